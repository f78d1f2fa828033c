import { type GalleryTemplate, scimGroups, scimUsers, tutorial } from "./template.ts";

/** The account of Azure Databricks. */
export const databricks: GalleryTemplate = {
  id: "azure-databricks",
  graphId: "dataBricks",
  name: "Azure Databricks SCIM Provisioning Connector",
  tutorial: tutorial("azure-databricks-provisioning-tutorial", "2026-07-23"),
  connector: "SCIM",
  tenantUrl: "https://accounts.azuredatabricks.net/api/2.1/accounts/{account}/scim/v2",
  authentication: { type: "bearer", asks: "secret token" },
  attributesPage: "https://docs.databricks.com/api/scim/v1/workspace-user/object",
  objects: [
    scimUsers(
      [
        "userName",
        "displayName",
        "active",
        "externalId",
        "name.givenName",
        "name.familyName",
        'emails[type eq "work"].value',
        'roles[primary eq "True"].value',
      ],
      {
        userName: { match: 1 },
        externalId: { source: "[objectId]" },
        'emails[type eq "work"].value': { source: "[userPrincipalName]", basis: "page" },
      },
    ),
    scimGroups(["displayName", "externalId", "members"], { displayName: { match: 1 } }),
  ],
  limits: [
    "A userName and its mail address must be equal, or the user is refused: both come from userPrincipalName here.",
    "A mail address cannot be changed later.",
    "A new name of a group does not arrive, and groups within groups are not read.",
    "Turn off the connectors of single workspaces before this one, of the account, is turned on.",
  ],
};
