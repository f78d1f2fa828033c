import { type AttributeFact, attribute, type ObjectFact } from "./attribute.ts";

const commonAttributes = "https://www.rfc-editor.org/rfc/rfc7643#section-3.1";
const singularAttributes = "https://www.rfc-editor.org/rfc/rfc7643#section-4.1.1";
const multiValuedAttributes = "https://www.rfc-editor.org/rfc/rfc7643#section-4.1.2";

const common: readonly AttributeFact[] = [
  attribute("id", "The target's own id of the user. The target gives it; it cannot be mapped.", commonAttributes, {
    caseExact: true,
    mutability: "ReadOnly",
  }),
  attribute("externalId", "The id that the source knows the user by.", commonAttributes, { caseExact: true }),
];

const singular: readonly AttributeFact[] = [
  attribute("userName", "What the user signs in with. It is unique in the target.", singularAttributes, {
    required: true,
  }),
  attribute("name.formatted", "The full name with titles and suffixes, ready for display.", singularAttributes),
  attribute("name.familyName", "The family name.", singularAttributes),
  attribute("name.givenName", "The first name.", singularAttributes),
  attribute("name.middleName", "The middle names.", singularAttributes),
  attribute("name.honorificPrefix", "The title before the name, such as Dr.", singularAttributes),
  attribute("name.honorificSuffix", "What stands behind the name, such as III.", singularAttributes),
  attribute("displayName", "The name to show to others.", singularAttributes),
  attribute("nickName", "What the user is called casually.", singularAttributes),
  attribute("profileUrl", "The address of a page about the user.", singularAttributes),
  attribute("title", "The job title.", singularAttributes),
  attribute("userType", "How the user stands to the organisation, such as Employee or Contractor.", singularAttributes),
  attribute(
    "preferredLanguage",
    "The languages the user prefers, as in an Accept-Language header.",
    singularAttributes,
  ),
  attribute("locale", "The language tag by which dates, numbers and currency are shown.", singularAttributes),
  attribute("timezone", "The time zone by its IANA name, such as Europe/Oslo.", singularAttributes),
  attribute("active", "False where the account is disabled.", singularAttributes, { type: "Boolean" }),
  attribute("password", "A password to set. It is never returned.", singularAttributes, { mutability: "WriteOnly" }),
];

const emails = typed("emails", ["work", "home", "other"], { value: "The mail address" });

const phoneNumbers = typed("phoneNumbers", ["work", "mobile", "home", "fax", "pager", "other"], {
  value: "The phone number",
});

const instantMessaging = typed("ims", ["aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo"], {
  value: "The instant messaging address",
});

const photos = typed("photos", ["photo", "thumbnail"], { value: "The address of a picture" });

const addresses = typed("addresses", ["work", "home", "other"], {
  formatted: "The whole address, as on an envelope",
  streetAddress: "The street, house number and further lines",
  locality: "The city",
  region: "The state or province",
  postalCode: "The postal code",
  country: "The country, as two letters of ISO 3166,",
});

const rights: readonly AttributeFact[] = [
  attribute("roles", "Every role of the user; fill it with AppRoleAssignmentsComplex.", multiValuedAttributes, {
    multivalued: true,
  }),
  attribute('roles[primary eq "True"].value', "The role that counts most.", multiValuedAttributes),
  attribute('roles[primary eq "True"].display', "The role that counts most, as people read it.", multiValuedAttributes),
  attribute('roles[primary eq "True"].type', "The kind of the role that counts most.", multiValuedAttributes),
  attribute("entitlements", "Things that the user is entitled to. Entra does not support it.", multiValuedAttributes, {
    multivalued: true,
  }),
  attribute(
    "groups",
    "The groups of the user. The target computes it; change the groups' members instead.",
    multiValuedAttributes,
    {
      type: "Reference",
      multivalued: true,
      mutability: "ReadOnly",
      references: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
    },
  ),
  attribute("x509Certificates", "The certificates issued to the user, DER in base 64.", multiValuedAttributes, {
    type: "Binary",
    multivalued: true,
  }),
];

/** One attribute for each canonical type and sub-attribute: `emails[type eq "work"].value`. */
function typed(
  name: string,
  types: readonly string[],
  subAttributes: Readonly<Record<string, string>>,
): AttributeFact[] {
  return types.flatMap(type =>
    Object.entries(subAttributes).map(([subAttribute, description]) =>
      attribute(`${name}[type eq "${type}"].${subAttribute}`, `${description} of type ${type}.`, multiValuedAttributes),
    ),
  );
}

/**
 * The core user of RFC 7643, with sub-attributes and types flattened as Entra writes them. Characteristics are those of
 * section 8.7.1; a SCIM reference to something outside the target, such as a picture, is a String here.
 */
export const scimUser: ObjectFact = {
  name: "urn:ietf:params:scim:schemas:core:2.0:User",
  attributes: [
    ...common,
    ...singular,
    ...emails,
    ...phoneNumbers,
    ...instantMessaging,
    ...photos,
    ...addresses,
    ...rights,
  ],
};
