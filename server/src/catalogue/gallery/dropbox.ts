import { type GalleryTemplate, scimGroups, scimUsers, tutorial } from "./template.ts";

/** Dropbox for Business, by its SCIM integration. */
export const dropbox: GalleryTemplate = {
  id: "dropbox-business",
  name: "Dropbox for Business",
  tutorial: tutorial("dropboxforbusiness-provisioning-tutorial", "2024-03-25"),
  connector: "SCIM",
  authentication: { type: "bearer", asks: "consent of an administrator" },
  attributesPage: "https://www.dropbox.com/developers/documentation/http/teams#team-members-add",
  objects: [
    scimUsers(
      [
        "userName",
        "externalId",
        "active",
        "name.givenName",
        "name.familyName",
        'emails[type eq "work"].value',
        'roles[primary eq "True"].value',
      ],
      { userName: { match: 1 } },
    ),
    scimGroups(["displayName", "externalId", "members"], { displayName: { match: 1 } }),
  ],
  limits: [
    "Suspending somebody who has not accepted the invitation yet deletes that person's account.",
    "Users who hold only the role Default Access are left out.",
    "The old integration without groups still exists: turn its provisioning off before this one is turned on.",
  ],
};
