import { type AttributeFact, attribute, type ObjectFact } from "./attribute.ts";

const graphUser = "https://learn.microsoft.com/graph/api/resources/user#properties";
const objectDefinition = "https://learn.microsoft.com/graph/api/resources/synchronization-objectdefinition";
const customizing = "https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes";
const howItWorks = "https://learn.microsoft.com/entra/identity/app-provisioning/how-provisioning-works";
const directoryUser =
  "https://learn.microsoft.com/previous-versions/azure/ad/graph/api/entity-and-complex-type-reference#user-entity";
const lifecycle = "https://learn.microsoft.com/entra/id-governance/how-to-lifecycle-workflow-sync-attributes";

const identity: readonly AttributeFact[] = [
  attribute("objectId", "The user's id in Entra, a GUID that never changes.", objectDefinition, {
    graphProperty: "id",
    required: true,
  }),
  attribute(
    "userPrincipalName",
    "The sign-in name. That of a guest flows as the home address, without #EXT# and what follows it.",
    `${howItWorks}#b2b-guest-users`,
    { required: true },
  ),
  attribute(
    "originalUserPrincipalName",
    "The sign-in name as it is stored, with #EXT# where the user is a guest.",
    `${howItWorks}#b2b-guest-users`,
    { graphProperty: "userPrincipalName", required: true },
  ),
  attribute("mailNickname", "The mail alias: the part of the address before the @.", objectDefinition),
  attribute("accountEnabled", "False where sign-in is blocked. Such a user is disabled in the target.", graphUser, {
    type: "Boolean",
    required: true,
  }),
  attribute(
    "IsSoftDeleted",
    "Computed by provisioning: True where the user is not assigned, is out of scope, is soft-deleted or has a blocked account.",
    customizing,
    { type: "Boolean", required: true },
  ),
  attribute(
    "appRoleAssignments",
    "The application roles that the user was given; read it with SingleAppRoleAssignment or AppRoleAssignmentsComplex.",
    `${customizing}#provisioning-a-role-to-a-scim-app`,
    { type: "Reference", multivalued: true, references: ["AppRoleAssignment"] },
  ),
];

const names: readonly AttributeFact[] = [
  attribute("displayName", "The name shown in the address book.", graphUser, { required: true }),
  attribute("givenName", "The first name.", graphUser),
  attribute("surname", "The family name.", graphUser),
];

const addresses: readonly AttributeFact[] = [
  attribute("mail", "The primary SMTP address.", graphUser),
  attribute("otherMails", "Further mail addresses.", graphUser, { multivalued: true }),
  attribute(
    "proxyAddresses",
    "Every address of the mailbox with its scheme; the primary one begins with SMTP:.",
    graphUser,
    {
      multivalued: true,
    },
  ),
  attribute("sipProxyAddress", "The address for voice over IP.", directoryUser),
  attribute("telephoneNumber", "The business phone number.", directoryUser, { graphProperty: "businessPhones" }),
  attribute("mobile", "The mobile phone number.", directoryUser, { graphProperty: "mobilePhone" }),
  attribute("facsimileTelephoneNumber", "The fax number.", directoryUser, { graphProperty: "faxNumber" }),
  attribute("physicalDeliveryOfficeName", "The office, by name or room.", directoryUser, {
    graphProperty: "officeLocation",
  }),
  attribute("streetAddress", "The street and house number.", graphUser),
  attribute("city", "The city.", graphUser),
  attribute("state", "The state or province.", graphUser),
  attribute("postalCode", "The postal code.", graphUser),
  attribute("country", "The country or region of the address.", graphUser),
  attribute("usageLocation", "The country, as two letters of ISO 3166, where licences are used.", graphUser),
  attribute("preferredLanguage", "The language, such as en-US.", graphUser),
];

const employment: readonly AttributeFact[] = [
  attribute("jobTitle", "The job title.", graphUser),
  attribute("department", "The department.", graphUser),
  attribute("companyName", "The company; useful for guests.", graphUser),
  attribute(
    "manager",
    "The manager. It is written after the user, and only where the manager is in scope too.",
    objectDefinition,
    {
      type: "Reference",
      references: ["User"],
    },
  ),
  attribute("employeeId", "The number that the employer gave.", graphUser),
  attribute("employeeType", "The kind of employment, such as Employee, Contractor or Vendor.", graphUser),
  attribute("employeeOrgData.costCenter", "The cost centre.", graphUser),
  attribute("employeeOrgData.division", "The division.", graphUser),
  attribute("employeeHireDate", "The first day of work. Scoping filters cannot use dates.", lifecycle, {
    type: "DateTime",
  }),
  attribute("employeeLeaveDateTime", "When the user leaves. Scoping filters cannot use dates.", lifecycle, {
    type: "DateTime",
  }),
];

const onPremises: readonly AttributeFact[] = [
  attribute("dirSyncEnabled", "True where the user is synchronized from Active Directory.", objectDefinition, {
    type: "Boolean",
    graphProperty: "onPremisesSyncEnabled",
  }),
  attribute("onPremisesDistinguishedName", "The distinguished name in Active Directory.", graphUser),
  attribute("onPremisesDomainName", "The DNS name of the Active Directory domain.", graphUser),
  attribute("onPremisesImmutableId", "The anchor that ties the user to the Active Directory account.", graphUser),
  attribute("onPremisesSamAccountName", "The SAM account name in Active Directory.", graphUser),
  attribute("onPremisesSecurityIdentifier", "The security identifier (SID) in Active Directory.", graphUser),
  attribute("onPremisesUserPrincipalName", "The user principal name in Active Directory.", graphUser),
];

const extensions: readonly AttributeFact[] = Array.from({ length: 15 }, (_, index) =>
  attribute(
    `extensionAttribute${index + 1}`,
    `Free for the organisation's own use; number ${index + 1} of 15.`,
    "https://learn.microsoft.com/graph/api/resources/onpremisesextensionattributes",
    { graphProperty: `onPremisesExtensionAttributes.extensionAttribute${index + 1}` },
  ),
);

/** Entra's user as a source of provisioning, in the names that attribute mappings use. */
export const entraUser: ObjectFact = {
  name: "User",
  attributes: [...identity, ...names, ...addresses, ...employment, ...onPremises, ...extensions],
};
