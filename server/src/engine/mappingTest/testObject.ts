import * as l10n from "@vscode/l10n";
import type { AttributeFact } from "../../catalogue/attribute.ts";
import { objectStates } from "../../catalogue/properties.ts";
import { type Scalar, toText, type Value } from "../../functions/values.ts";
import type { AttributeSet, ObjectMapping } from "../../model/configuration.ts";
import type { Json, MappingTest, TestMember, TestSubject } from "../../model/mappingTest.ts";
import type { SourceObject } from "../ports.ts";
import type { Obstacle } from "./obstacle.ts";

/** Looks an object of the directory up. A text says why there is none. */
export type FindObject = (objectType: SourceObject["objectType"], key: string) => SourceObject | string;

/** The object that a test provisions: the one that it writes out, or the directory's with its changes. */
export function testObject(
  { name, subjects, assigned }: MappingTest,
  { sourceObject, sourceAttributes }: ObjectMapping,
  findObject: FindObject,
): SourceObject | Obstacle {
  const [subject, other] = subjects;
  if (subject === undefined)
    return { obstacle: l10n.t('The test has no object: add user: "…" or user: { … }.'), span: name.span };
  if (other !== undefined)
    return { obstacle: l10n.t("A test has one object: keep the user or the group."), span: other.span };
  const { objectType, key, attributes, span } = subject;
  if (sourceObject.text !== objectType)
    return { obstacle: l10n.t`The mapping reads ${sourceObject.text}, and the test has a ${objectType}.`, span };
  const found = key === undefined ? writtenObject(objectType) : findObject(objectType, key.text);
  if (typeof found === "string") return { obstacle: found, span: key?.span ?? span };
  return { ...changed(found, attributes, sourceAttributes), assigned };
}

/** An object before its attributes are written: every object of Entra has an id. */
function writtenObject(objectType: TestSubject["objectType"]): SourceObject {
  const id = "00000000-0000-0000-0000-000000000000";
  return { id, objectType, attributes: new Map([["objectId", id]]), state: "present", assigned: true };
}

function changed(object: SourceObject, members: readonly TestMember[], { byName }: AttributeSet): SourceObject {
  const attributes = new Map(object.attributes);
  for (const { name, value } of members) {
    if (!objectStates.some(({ word }) => word === name.text)) {
      attributes.set(name.text, toValue(value, byName.get(name.text)));
    }
  }
  const id = attributes.get("objectId");
  return { ...object, id: typeof id === "string" ? id : object.id, attributes, state: stateAfter(object, members) };
}

function stateAfter({ state }: SourceObject, members: readonly TestMember[]): SourceObject["state"] {
  const last = (word: string) => members.findLast(({ name }) => name.text === word)?.value;
  if (last("permanentlyDeleted") === true) return "deleted";
  const deleted = last("deletedDateTime");
  if (deleted === undefined) return state;
  return deleted === null ? "present" : "softDeleted";
}

/** A complex value is the JSON text of its object, as it is in a directory file. */
function toValue(value: Json, fact: AttributeFact | undefined): Value {
  if (Array.isArray(value)) return value.map(toScalar).filter(scalar => scalar !== null);
  const scalar = toScalar(value);
  const isTruth = fact?.type === "Boolean" && scalar !== null && /^(?:true|false)$/i.test(toText(scalar));
  return isTruth ? toText(scalar).toLowerCase() === "true" : scalar;
}

function toScalar(value: Json): Scalar | null {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
