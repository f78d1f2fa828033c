import { parseTargetPath } from "../../../server/src/engine/paths/targetPath.ts";
import type { Change } from "../../../server/src/engine/requests/patchBody.ts";
import type { TargetValue } from "../../../server/src/engine/requests/targetValue.ts";

/** Whom the requests are about. */
export const targetObject = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** The 25 attributes of the usual mapping, with their paths read once, as a compiled mapping has them. */
const attributes = [
  "userName",
  "externalId",
  "displayName",
  "title",
  "nickName",
  "userType",
  "preferredLanguage",
  "locale",
  "timezone",
  "name.middleName",
  "name.givenName",
  "name.familyName",
  "name.formatted",
  'emails[type eq "work"].value',
  'phoneNumbers[type eq "work"].value',
  'phoneNumbers[type eq "mobile"].value',
  'addresses[type eq "work"].streetAddress',
  'addresses[type eq "work"].locality',
  'addresses[type eq "work"].postalCode',
  'addresses[type eq "work"].country',
  `${targetObject}:employeeNumber`,
  `${targetObject}:costCenter`,
  `${targetObject}:organization`,
  `${targetObject}:division`,
  `${targetObject}:department`,
].map(target => {
  const path = parseTargetPath(target);
  if (path.kind === "invalid") throw new Error(path.message);
  return { target, path };
});

/** Everything that flows of one person. */
export function valuesOf(index: number): readonly TargetValue[] {
  return attributes.map(({ target, path }) => ({
    target,
    path,
    type: "String",
    value: target.startsWith("emails") || target === "userName" ? `person${index}@contoso.com` : `value ${index}`,
  }));
}

/** What planning hands over for them: it is done before, and not measured here. */
const planned = Array.from({ length: 500 }, (_, index) => ({
  additions: valuesOf(index).map((value): Change => ({ ...value, op: "Add" })),
  replacements: valuesOf(index)
    .slice(2, 4)
    .map((value): Change => ({ ...value, op: "Replace" })),
}));

/** The changes that create a person. */
export function additionsOf(index: number): readonly Change[] {
  return planned[index % planned.length]?.additions ?? [];
}

/** Two changes of a person. */
export function replacementsOf(index: number): readonly Change[] {
  return planned[index % planned.length]?.replacements ?? [];
}
