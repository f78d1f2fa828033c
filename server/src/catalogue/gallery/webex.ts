import { type GalleryTemplate, scimGroups, scimUsers, tutorial } from "./template.ts";

/** Cisco Webex, a preview. */
export const webex: GalleryTemplate = {
  id: "cisco-webex",
  name: "Cisco Webex",
  tutorial: tutorial("cisco-webex-provisioning-tutorial", "2024-03-25"),
  connector: "SCIM",
  tenantUrl: "https://api.ciscospark.com/v1/scim/{organization}",
  authentication: { type: "bearer", asks: "secret token" },
  objects: [
    scimUsers(["userName", "name.givenName", "name.familyName", "active", "displayName", "externalId"], {
      userName: { match: 1, required: true },
    }),
    scimGroups(["displayName", "members", "externalId"], { displayName: { match: 1, required: true } }),
  ],
  limits: [
    "The connector is a preview.",
    "The token is valid for 365 days.",
    "Users who hold only the role Default Access are left out.",
  ],
};
