import { type GalleryTemplate, scimGroups, scimUsers, tutorial } from "./template.ts";

/** Snowflake: users, and groups as its roles. */
export const snowflake: GalleryTemplate = {
  id: "snowflake",
  name: "Snowflake",
  tutorial: tutorial("snowflake-provisioning-tutorial", "2024-03-25"),
  connector: "SCIM",
  tenantUrl: "https://{account}.snowflakecomputing.com/scim/v2",
  authentication: { type: "bearer", asks: "secret token" },
  objects: [
    scimUsers(
      [
        "active",
        "displayName",
        'emails[type eq "work"].value',
        "userName",
        "name.givenName",
        "name.familyName",
        "externalId",
      ],
      { userName: { match: 1 } },
    ),
    scimGroups(["displayName", "members"], { displayName: { match: 1 } }),
  ],
  limits: [
    "The token expires after six months: make a new one before that.",
    "Users and roles must belong to the role of the integration, or Snowflake does not let them be changed.",
    "Users who hold only the role Default Access are left out.",
    "Default role, default warehouse and secondary roles are attributes of Snowflake's extension, to be declared.",
  ],
};
