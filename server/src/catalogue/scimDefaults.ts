/** An attribute mapping that Entra makes by itself when a SCIM application is added. */
export interface DefaultMapping {
  /** The target attribute. */
  readonly target: string;
  /** What stands behind `<-` in a `.provmap` file. */
  readonly source: string;
  /** The matching precedence. */
  readonly match?: number;
  /** Microsoft's table of default mappings has the pair of attributes; the portal alone shows the others. */
  readonly isInTable: boolean;
}

/** The page of Microsoft's tables of default mappings. */
export const defaultMappingsPage =
  "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups#design-your-user-and-group-schema";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** The default mappings of users. The table names IsSoftDeleted for `active`; the portal has this expression of it. */
export const defaultUserMappings: readonly DefaultMapping[] = [
  { target: "userName", source: "[userPrincipalName]", match: 1, isInTable: true },
  { target: "externalId", source: "[mailNickname]", isInTable: true },
  { target: "active", source: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")', isInTable: true },
  inTable("displayName", "displayName"),
  inTable("name.givenName", "givenName"),
  inTable("name.familyName", "surname"),
  { target: "name.formatted", source: 'Join(" ", [givenName], [surname])', isInTable: false },
  inTable("title", "jobTitle"),
  inPortal("preferredLanguage", "preferredLanguage"),
  inTable('emails[type eq "work"].value', "mail"),
  inTable('phoneNumbers[type eq "work"].value', "telephoneNumber"),
  inTable('phoneNumbers[type eq "mobile"].value', "mobile"),
  inTable('phoneNumbers[type eq "fax"].value', "facsimileTelephoneNumber"),
  inPortal('addresses[type eq "work"].formatted', "physicalDeliveryOfficeName"),
  inTable('addresses[type eq "work"].streetAddress', "streetAddress"),
  inPortal('addresses[type eq "work"].locality', "city"),
  inPortal('addresses[type eq "work"].region', "state"),
  inTable('addresses[type eq "work"].postalCode', "postalCode"),
  inPortal('addresses[type eq "work"].country', "country"),
  inTable(`${enterprise}:employeeNumber`, "employeeId"),
  inTable(`${enterprise}:department`, "department"),
  inTable(`${enterprise}:manager`, "manager"),
];

/** The default mappings of groups. */
export const defaultGroupMappings: readonly DefaultMapping[] = [
  { target: "displayName", source: "[displayName]", match: 1, isInTable: true },
  inTable("externalId", "objectId"),
  inTable("members", "members"),
];

function inTable(target: string, attribute: string): DefaultMapping {
  return { target, source: `[${attribute}]`, isInTable: true };
}

function inPortal(target: string, attribute: string): DefaultMapping {
  return { target, source: `[${attribute}]`, isInTable: false };
}
