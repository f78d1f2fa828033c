import { type GalleryTemplate, scimGroups, scimUsers, tutorial } from "./template.ts";

/** Atlassian Cloud, by verified domains. */
export const atlassian: GalleryTemplate = {
  id: "atlassian-cloud",
  name: "Atlassian Cloud",
  tutorial: tutorial("atlassian-cloud-provisioning-tutorial", "2025-03-25"),
  connector: "SCIM",
  tenantUrl: "https://api.atlassian.com/scim/directory/{directory}",
  authentication: { type: "bearer", asks: "secret token" },
  objects: [
    scimUsers(["userName", "active", "name.familyName", "name.givenName", 'emails[type eq "work"].value'], {
      'emails[type eq "work"].value': { match: 1 },
    }),
    scimGroups(["displayName", "externalId", "members"], { displayName: { match: 1 } }),
  ],
  limits: [
    "Only users of verified domains are updated.",
    "A group keeps the name that it was created with.",
    "Users are matched by their mail address, which Entra holds only for those who have a mailbox.",
  ],
};
