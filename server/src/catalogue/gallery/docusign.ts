import { type GalleryTemplate, ownObjects, tutorial } from "./template.ts";

/** DocuSign, over its own API. */
export const docusign: GalleryTemplate = {
  id: "docusign",
  name: "DocuSign",
  tutorial: tutorial("docusign-provisioning-tutorial", "2022-11-21"),
  connector: "proprietary",
  authentication: { type: "basic", asks: "user and password" },
  attributesPage: "https://developers.docusign.com/esign-rest-api/reference/Users/Users/create",
  objects: [
    ownObjects("User", {
      email: { source: "[mail]", match: 1, required: true },
      userName: { source: "[displayName]", required: true },
      firstName: { source: "[givenName]" },
      lastName: { source: "[surname]" },
      jobTitle: { source: "[jobTitle]" },
      userStatus: { source: 'Switch([IsSoftDeleted], , "False", "Active", "True", "Closed")' },
      permissionProfileId: {},
    }),
  ],
  limits: [
    "Groups are not provisioned.",
    "The Default Access role does not work: assign a role of the application.",
    "A permission profile is given by its ID: map it with Switch over SingleAppRoleAssignment([appRoleAssignments]).",
    "Where single sign-on is on, the administrator's password must still work.",
  ],
};
