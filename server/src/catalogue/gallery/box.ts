import { type GalleryTemplate, ownObjects, tutorial } from "./template.ts";

/** Box, over its own API. */
export const box: GalleryTemplate = {
  id: "box",
  graphId: "BoxOutDelta",
  name: "Box",
  tutorial: tutorial("box-userprovisioning-tutorial", "2024-03-25"),
  connector: "proprietary",
  authentication: { type: "bearer", asks: "consent of an administrator" },
  attributesPage: "https://developer.box.com/reference/post-users/",
  objects: [
    ownObjects("User", {
      login: { source: "[userPrincipalName]", match: 1, required: true },
      name: { source: "[displayName]", required: true },
      status: { source: 'Switch([IsSoftDeleted], , "False", "active", "True", "inactive")' },
      job_title: { source: "[jobTitle]" },
      phone: { source: "[telephoneNumber]" },
      address: { source: "[streetAddress]" },
      role: {},
      language: {},
      timezone: {},
      space_amount: { type: "Integer" },
    }),
    ownObjects("Group", {
      name: { source: "[displayName]", match: 1, required: true },
      members: { type: "Reference", multivalued: true, source: "[members]" },
    }),
  ],
  limits: [
    "Users who hold only the role Default Access are left out.",
    "A login is a mail address: user principal names that are none are refused.",
  ],
};
