import { type GalleryTemplate, scimGroups, scimUsers, tutorial } from "./template.ts";

/** GitHub for enterprises with managed users. */
export const github: GalleryTemplate = {
  id: "github-enterprise-managed-user",
  name: "GitHub Enterprise Managed User",
  tutorial: tutorial("github-enterprise-managed-user-provisioning-tutorial", "2024-03-25"),
  connector: "SCIM",
  tenantUrl: "https://api.github.com/scim/v2/enterprises/{enterprise}",
  authentication: { type: "bearer", asks: "secret token" },
  objects: [
    scimUsers(
      [
        "externalId",
        "userName",
        "active",
        "roles",
        "displayName",
        "name.givenName",
        "name.familyName",
        "name.formatted",
        'emails[type eq "work"].value',
        'emails[type eq "home"].value',
        'emails[type eq "other"].value',
      ],
      {
        externalId: { match: 1, source: "[objectId]" },
        roles: { source: "AssertiveAppRoleAssignmentsComplex([appRoleAssignments])" },
      },
    ),
    scimGroups(["externalId", "displayName", "members"], { externalId: { match: 1 } }),
  ],
  limits: [
    "It is for enterprises with managed users; a standard enterprise account cannot be provisioned.",
    "The token belongs to the enterprise's setup user and needs the scope scim:enterprise.",
    "Only externalId can be filtered on, so it is what users and groups are matched by.",
    "An enterprise on GHE.com has the tenant URL https://api.{subdomain}.ghe.com/scim/v2/enterprises/{subdomain}.",
  ],
};
