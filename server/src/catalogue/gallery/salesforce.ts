import { type GalleryTemplate, ownObjects, tutorial } from "./template.ts";

/** Salesforce, over its SOAP API; a page of Microsoft Graph shows its default mappings whole. */
export const salesforce: GalleryTemplate = {
  id: "salesforce",
  name: "Salesforce",
  tutorial: tutorial("salesforce-provisioning-tutorial", "2025-05-20"),
  connector: "proprietary",
  tenantUrl: "https://{instance}.my.salesforce.com",
  authentication: { type: "basic", asks: "user and password" },
  attributesPage: "https://learn.microsoft.com/graph/api/resources/synchronization-objectmapping",
  objects: [
    ownObjects("User", {
      IsActive: { type: "Boolean", source: "Not([IsSoftDeleted])", default: "True", basis: "page" },
      Alias: { source: "Mid([userPrincipalName], 1, 8)", basis: "page", required: true },
      Email: { source: "[mail]", basis: "page", required: true },
      EmailEncodingKey: { source: "none", default: "ISO-8859-1", basis: "page" },
      LanguageLocaleKey: { source: "none", default: "en_US", basis: "page" },
      FirstName: { source: "[givenName]", basis: "page" },
      LastName: { source: "[surname]", default: ".", basis: "page" },
      LocaleSidKey: {
        source: 'Replace([preferredLanguage], "-", , , "_", , )',
        default: "en_US",
        basis: "page",
      },
      ProfileName: {
        source: "SingleAppRoleAssignment([appRoleAssignments])",
        default: "Chatter Free User",
        basis: "page",
      },
      TimeZoneSidKey: { source: "none", default: "America/Los_Angeles", basis: "page" },
      Username: { source: "[userPrincipalName]", match: 1, required: true, basis: "page" },
      UserPermissionsCallCenterAutoLogin: { type: "Boolean", source: "none", default: "False", basis: "page" },
      UserPermissionsMarketingUser: { type: "Boolean", source: "none", default: "False", basis: "page" },
      UserPermissionsOfflineUser: { type: "Boolean", source: "none", default: "False", basis: "page" },
    }),
  ],
  limits: [
    "Everybody needs one application role, a profile of Salesforce; Default Access does not work, and two roles are one too many.",
    "A Username is unique over all customers of Salesforce: one that another holds gives SalesforceDuplicateUserName.",
    "Language, locale and time zone come without a source: check their default values.",
    "A new mail address must be approved by hand, and is sent again until then.",
    "The secret is the administrator's password with its security token, which changes with every new password.",
  ],
};
