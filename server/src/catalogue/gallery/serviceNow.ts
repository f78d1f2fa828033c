import { type GalleryTemplate, ownObjects, tutorial } from "./template.ts";

/** ServiceNow, over SOAP. */
export const serviceNow: GalleryTemplate = {
  id: "servicenow",
  name: "ServiceNow",
  tutorial: tutorial("servicenow-provisioning-tutorial", "2024-03-25"),
  connector: "proprietary",
  tenantUrl: "https://{instance}.service-now.com",
  authentication: { type: "basic", asks: "user and password" },
  attributesPage: "https://www.servicenow.com/docs/r/api-reference/rest-apis/scim-api.html",
  objects: [
    ownObjects("User", {
      user_name: { source: "[userPrincipalName]", match: 1, required: true },
      active: { type: "Boolean", source: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")' },
      first_name: { source: "[givenName]" },
      last_name: { source: "[surname]" },
      email: { source: "[mail]" },
      phone: { source: "[telephoneNumber]" },
      mobile_phone: { source: "[mobile]" },
      title: { source: "[jobTitle]" },
      employee_number: { source: "[employeeId]" },
      preferred_language: {},
      street: { source: "[streetAddress]" },
      city: { source: "[city]" },
      state: { source: "[state]" },
      zip: { source: "[postalCode]" },
      country: {},
      department: { source: "[department]" },
      location: { source: "[physicalDeliveryOfficeName]" },
      manager: { type: "Reference", source: "[manager]" },
    }),
    ownObjects("Group", {
      name: { source: "[displayName]", match: 1, required: true },
      description: { source: "[description]" },
      members: { type: "Reference", multivalued: true, source: "[members]" },
    }),
  ],
  limits: [
    "A department or location that ServiceNow's tables do not hold stops the user with InvalidLookupReference.",
    "Where active changes, ServiceNow changes locked_out with it, mapped or not.",
    "An instance that you host yourself cannot be provisioned.",
  ],
};
