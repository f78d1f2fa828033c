import type { AttributeFact } from "../../catalogue/attribute.ts";
import { toText } from "../../functions/values.ts";
import type { AttributeSet, ObjectMapping } from "../../model/configuration.ts";
import type { Json, MappingTest, TestMember } from "../../model/mappingTest.ts";
import { heldTarget } from "../match/heldTarget.ts";
import { parseTargetPath } from "../paths/targetPath.ts";
import type { Resource, TargetSystem } from "../ports.ts";
import { createBody } from "../requests/createBody.ts";
import type { TargetValue } from "../requests/targetValue.ts";
import { defaultWire } from "../requests/wire.ts";
import type { Obstacle } from "./obstacle.ts";

/** A target in memory that holds what a test says of it: one resource, as provisioning would have created it, or none. */
export function existingTarget(
  existing: MappingTest["existing"],
  { targetObject, targetAttributes }: ObjectMapping,
): TargetSystem | Obstacle {
  const isCaseExact = (attribute: string) => targetAttributes.byName.get(attribute)?.caseExact === true;
  if (existing === undefined) return heldTarget([], isCaseExact);
  const values: TargetValue[] = [];
  for (const member of existing.flatMap(member => leaves(member, targetAttributes))) {
    const path = parseTargetPath(member.name.text);
    if (path.kind === "invalid") return { obstacle: path.message, span: member.name.span };
    values.push(...targetValue(member, path, targetAttributes.byName.get(member.name.text)));
  }
  const resource: Resource = JSON.parse(createBody(targetObject.text, values, defaultWire));
  return heldTarget([{ id: "existing", ...resource }], isCaseExact);
}

/** The values that are no objects, by their whole paths: `name: { givenName: "Ada" }` is `name.givenName: "Ada"`. */
function leaves(member: TestMember, attributes: AttributeSet): readonly TestMember[] {
  const { name, value, span } = member;
  if (!isObject(value)) return [member];
  const separator = isSchema(name.text, attributes) ? ":" : ".";
  return Object.entries(value).flatMap(([inner, held]) =>
    leaves({ name: { ...name, text: `${name.text}${separator}${inner}` }, value: held, span }, attributes),
  );
}

/** A URN that is no attribute's name is that of a schema extension, whose attributes follow a colon. */
function isSchema(name: string, { byName }: AttributeSet): boolean {
  return name.startsWith("urn:") && !byName.has(name);
}

function targetValue({ name, value }: TestMember, path: TargetValue["path"], fact?: AttributeFact): TargetValue[] {
  if (value === null || isObject(value)) return [];
  const texts = typeof value === "object" ? value.flatMap(elementText) : toText(value);
  return [{ target: name.text, path, type: fact?.type ?? "String", value: texts }];
}

/** A complex element as JSON, which stands in a resource as the object that it is. */
function elementText(value: Json): string | readonly string[] {
  if (value === null) return [];
  return typeof value === "object" ? JSON.stringify(value) : toText(value);
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
