import { type GalleryTemplate, ownObjects, tutorial, unmapped } from "./template.ts";

const addressParts = ["country", "formatted", "locality", "postalCode", "region", "streetAddress"];
const organizationParts = ["costCenter", "domain", "fullTimeEquivalent", "location", "name", "symbol"];

function typed(attribute: string, types: readonly string[], parts: readonly string[]): readonly string[] {
  return types.flatMap(type => parts.map(part => `${attribute}.[type eq "${type}"].${part}`));
}

/** Google Workspace, over Google's Directory API. */
export const googleWorkspace: GalleryTemplate = {
  id: "google-workspace",
  name: "Google Cloud / G Suite Connector by Microsoft",
  tutorial: tutorial("g-suite-provisioning-tutorial", "2024-07-19"),
  connector: "proprietary",
  authentication: { type: "bearer", asks: "consent of an administrator" },
  objects: [
    ownObjects("User", {
      primaryEmail: { source: "[userPrincipalName]", match: 1, required: true },
      'relations.[type eq "manager"].value': { source: "[manager]", type: "Reference" },
      "name.familyName": { source: "[surname]", required: true },
      "name.givenName": { source: "[givenName]", required: true },
      suspended: { source: 'Switch([IsSoftDeleted], , "False", "False", "True", "True")' },
      'externalIds.[type eq "organization"].value': { source: "[employeeId]" },
      'addresses.[type eq "work"].country': { source: "[country]" },
      'addresses.[type eq "work"].streetAddress': { source: "[streetAddress]" },
      'addresses.[type eq "work"].region': { source: "[state]" },
      'addresses.[type eq "work"].locality': { source: "[city]" },
      'addresses.[type eq "work"].postalCode': { source: "[postalCode]" },
      'emails.[type eq "work"].address': { source: "[mail]" },
      'organizations.[type eq "work"].department': { source: "[department]" },
      'organizations.[type eq "work"].title': { source: "[jobTitle]" },
      'phoneNumbers.[type eq "work"].value': { source: "[telephoneNumber]" },
      'phoneNumbers.[type eq "mobile"].value': { source: "[mobile]" },
      'phoneNumbers.[type eq "work_fax"].value': { source: "[facsimileTelephoneNumber]" },
      ...unmapped([
        'externalIds.[type eq "custom"].value',
        ...typed("addresses", ["home", "other"], addressParts),
        'addresses.[type eq "work"].formatted',
        "changePasswordAtNextLogin",
        ...typed("emails", ["home", "other"], ["address"]),
        'externalIds.[type eq "custom"].customType',
        ...typed("externalIds", ["account", "customer", "login_id", "network"], ["value"]),
        "gender.type",
        "GeneratedImmutableId",
        "Identifier",
        ...typed("ims", ["home", "other", "work"], ["protocol"]),
        "includeInGlobalAddressList",
        "ipWhitelisted",
        ...typed("organizations", ["school"], [...organizationParts, "department", "title"]),
        ...typed("organizations", ["work"], organizationParts),
        "OrgUnitPath",
        ...typed("phoneNumbers", ["home", "other"], ["value"]),
        ...typed("websites", ["home", "other", "work"], ["value"]),
      ]),
    }),
    ownObjects("Group", {
      email: { source: "[mail]", match: 1, required: true },
      Members: { type: "Reference", multivalued: true, source: "[members]" },
      name: { source: "[displayName]" },
      description: { source: "[description]" },
    }),
  ],
  limits: [
    "Users are matched by primaryEmail and by nothing else.",
    "The domain of a user name must be verified in Google too; one of onmicrosoft.com is refused.",
    "Who leaves the scope is suspended and never deleted.",
    "A private Google account with the same address stands in the way until it is transferred.",
  ],
};
