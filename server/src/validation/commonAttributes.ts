import type { Expression } from "../language/expression/tree.ts";
import { attributesIn } from "./attributesIn.ts";

/** Attributes of Entra's users and groups of which many objects may have the same value. */
const commonAttributes: ReadonlySet<string> = new Set([
  "displayName",
  "givenName",
  "surname",
  "jobTitle",
  "department",
  "companyName",
  "employeeType",
  "employeeOrgData.costCenter",
  "employeeOrgData.division",
  "physicalDeliveryOfficeName",
  "streetAddress",
  "city",
  "state",
  "postalCode",
  "country",
  "usageLocation",
  "preferredLanguage",
  "description",
]);

/** The attribute that an expression is made of, where it is made of such as several objects share. */
export function commonAttributeOf(expression: Expression | undefined): string | undefined {
  const names = [...attributesIn(expression)];
  return names.every(name => commonAttributes.has(name)) ? names[0] : undefined;
}
