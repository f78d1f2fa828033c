import { attribute, type ObjectFact } from "./attribute.ts";
import { scimUser } from "./scimUser.ts";

const section = "https://www.rfc-editor.org/rfc/rfc7643#section-4.3";
const urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** The core user with the enterprise extension of RFC 7643: what Entra's SCIM applications call a user. */
export const scimEnterpriseUser: ObjectFact = {
  name: urn,
  attributes: [
    ...scimUser.attributes,
    attribute(`${urn}:employeeNumber`, "The number or code that the employer gave.", section),
    attribute(`${urn}:costCenter`, "The cost centre.", section),
    attribute(`${urn}:organization`, "The organisation.", section),
    attribute(`${urn}:division`, "The division.", section),
    attribute(`${urn}:department`, "The department.", section),
    attribute(`${urn}:manager`, "The manager: another user of the target, written after the user.", section, {
      type: "Reference",
      references: [urn],
    }),
  ],
};
