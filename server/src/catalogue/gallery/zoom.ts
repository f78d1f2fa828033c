import { type GalleryTemplate, scimUsers, tutorial } from "./template.ts";

/** Zoom: users and their licences. */
export const zoom: GalleryTemplate = {
  id: "zoom",
  name: "Zoom",
  tutorial: tutorial("zoom-provisioning-tutorial", "2024-03-25"),
  connector: "SCIM",
  tenantUrl: "https://api.zoom.us/scim",
  authentication: { type: "bearer", asks: "consent of an administrator" },
  objects: [
    scimUsers(
      [
        "userName",
        "active",
        "name.givenName",
        "name.familyName",
        'emails[type eq "work"].value',
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        "userType",
      ],
      { userName: { match: 1, required: true } },
    ),
  ],
  limits: [
    "Zoom authorizes by OAuth 2.0 alone: a token of its own is accepted no longer.",
    "An account holds 9,999 basic users at most.",
    "The userType is a licence; Licensed and On-Prem took the place of Pro and Corp.",
  ],
};
