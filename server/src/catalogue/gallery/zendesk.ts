import { type GalleryTemplate, ownObjects, tutorial } from "./template.ts";

/** Zendesk, over its own API. */
export const zendesk: GalleryTemplate = {
  id: "zendesk",
  name: "Zendesk",
  tutorial: tutorial("zendesk-provisioning-tutorial", "2024-03-25"),
  connector: "proprietary",
  tenantUrl: "https://{subdomain}.zendesk.com",
  authentication: { type: "basic", asks: "user and secret token" },
  attributesPage: "https://developer.zendesk.com/api-reference/ticketing/users/users/",
  objects: [
    ownObjects("User", {
      email: { source: "[mail]", match: 1, required: true },
      name: { source: "[displayName]", required: true },
      external_id: { source: "[objectId]" },
      suspended: { type: "Boolean", source: 'Switch([IsSoftDeleted], , "False", "False", "True", "True")' },
      role: { source: "SingleAppRoleAssignment([appRoleAssignments])" },
      phone: { source: "[telephoneNumber]" },
      alias: {},
      details: {},
      notes: {},
      time_zone: {},
    }),
    ownObjects("Group", {
      name: { source: "[displayName]", match: 1, required: true },
      members: { type: "Reference", multivalued: true, source: "[members]" },
    }),
  ],
  limits: [
    "The roles are read from Zendesk by the first cycle: let it run before roles are assigned.",
    "Users who hold only the role Default Access are left out.",
    "Groups are for agents alone, and a custom role makes its holder an agent.",
    "No custom role may have a name like agent or end-user, or reading the roles fails.",
  ],
};
