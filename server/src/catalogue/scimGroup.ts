import { attribute, type ObjectFact } from "./attribute.ts";

const commonAttributes = "https://www.rfc-editor.org/rfc/rfc7643#section-3.1";
const section = "https://www.rfc-editor.org/rfc/rfc7643#section-4.2";
const urn = "urn:ietf:params:scim:schemas:core:2.0:Group";

/** The group of RFC 7643. */
export const scimGroup: ObjectFact = {
  name: urn,
  attributes: [
    attribute("id", "The target's own id of the group. The target gives it; it cannot be mapped.", commonAttributes, {
      caseExact: true,
      mutability: "ReadOnly",
    }),
    attribute("externalId", "The id that the source knows the group by.", commonAttributes, { caseExact: true }),
    attribute("displayName", "The name of the group. Entra matches groups by it.", section, { required: true }),
    attribute("members", "The members, added and removed one by one.", section, {
      type: "Reference",
      multivalued: true,
      references: ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", urn],
    }),
  ],
};
