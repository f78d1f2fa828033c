import { type AttributeFact, type AttributeType, attribute, type ObjectFact } from "../../catalogue/attribute.ts";
import { followsExtensionPattern, isStandardUrn } from "../scimExtensions.ts";
import type { ScimAttribute, ScimSchema } from "./endpointSchemas.ts";
import type { NewAttribute } from "./newApplication.ts";

/** The attributes of a schema in Entra's flat spelling. */
export interface FlatAttributes {
  readonly attributes: readonly NewAttribute[];
  /** The names of those that Entra does not send to an application outside the gallery. */
  readonly unsupported: readonly string[];
}

/** The attributes of an endpoint's schema. `known` is what the standard has of the object: how it divides a complex attribute is how Entra does. */
export function flatAttributes(schema: ScimSchema, known: ObjectFact, isExtension: boolean): FlatAttributes {
  const prefix = isExtension ? `${schema.id}:` : "";
  const parts = schema.attributes
    .filter(({ name }) => isExtension || !ofTheProtocol.has(name))
    .map(one => flat(one, { prefix, known, source: schema.id }));
  return {
    attributes: parts.flatMap(({ attributes }) => attributes),
    unsupported: parts.flatMap(({ unsupported }) => unsupported),
  };
}

/** What the target gives by itself, and nothing can be mapped to. */
const ofTheProtocol = new Set(["id", "meta", "schemas", "groups"]);

interface Place {
  /** What stands in front of the names: nothing, or the URN of an extension with its colon. */
  readonly prefix: string;
  readonly known: ObjectFact;
  readonly source: string;
}

function flat(one: ScimAttribute, place: Place): FlatAttributes {
  const name = place.prefix + one.name;
  const standard = place.known.attributes.find(fact => fact.name === name);
  if (standard?.references !== undefined) return only({ ...characteristics(one), ...referring(standard) });
  if (one.type !== "complex") return plain(one, name, place);
  if (place.prefix !== "") return unsupported(name);
  return one.multiValued ? elements(one, place) : subAttributes(one, place);
}

function referring({ name, type, multivalued, references, description, source }: AttributeFact): AttributeFact {
  return { name, type, multivalued, description, source, ...(references && { references }) };
}

/** Of an extension's attributes Entra sends one value each, and those alone whose names follow its pattern. */
function plain(one: ScimAttribute, name: string, { prefix, source }: Place): FlatAttributes {
  const isSent = isStandardUrn(name) || (followsExtensionPattern(name) && !one.multiValued);
  if (prefix !== "" && !isSent) return unsupported(name);
  const fact = factOf(one, name, source);
  return { attributes: [{ fact, ...remarkOn(one) }], unsupported: [] };
}

/** `name.givenName`. One without which no user can be created is required itself, whichever its parts are. */
function subAttributes(one: ScimAttribute, { source }: Place): FlatAttributes {
  const parts = one.subAttributes.map(sub => ({
    fact: factOf({ ...sub, required: one.required && sub.required }, `${one.name}.${sub.name}`, source),
    ...remarkOn(sub),
  }));
  const needsOne = one.required && !parts.some(({ fact }) => fact.required);
  return { attributes: [...(needsOne ? [whole(one, source)] : []), ...parts], unsupported: [] };
}

/** `emails[type eq "work"].value`: for each type that the endpoint has, or else the standard, what the standard has of an element. */
function elements(one: ScimAttribute, { known, source }: Place): FlatAttributes {
  const standard = known.attributes.filter(({ name }) => name === one.name || name.startsWith(`${one.name}[`));
  const typed = standard.flatMap(({ name }) => /\[type eq "(.*)"\]\.(.*)$/.exec(name)?.slice(1) ?? []);
  if (typed.length === 0) return standard.length === 0 ? unsupported(one.name) : asKnown(standard);
  const said = one.subAttributes.find(({ name }) => name === "type")?.canonicalValues ?? [];
  const types = said.length > 0 ? said : typed.filter((_, index) => index % 2 === 0);
  const parts = one.subAttributes.filter(({ name }) => typed.some((part, index) => index % 2 === 1 && part === name));
  const facts = [...new Set(types)].flatMap(type =>
    parts.map(part => factOf({ ...part, required: false }, `${one.name}[type eq "${type}"].${part.name}`, source)),
  );
  return {
    attributes: [...(one.required ? [whole(one, source)] : []), ...facts.map(fact => ({ fact }))],
    unsupported: [],
  };
}

function asKnown(facts: readonly AttributeFact[]): FlatAttributes {
  return { attributes: facts.map(fact => ({ fact })), unsupported: [] };
}

function unsupported(name: string): FlatAttributes {
  return { attributes: [], unsupported: [name] };
}

function only(fact: AttributeFact): FlatAttributes {
  return { attributes: [{ fact }], unsupported: [] };
}

function whole({ name, multiValued }: ScimAttribute, source: string): NewAttribute {
  return { fact: attribute(name, described, source, { multivalued: multiValued, required: true }) };
}

function remarkOn({ canonicalValues }: ScimAttribute): { readonly remark?: string } {
  if (canonicalValues.length === 0) return {};
  return { remark: `One of ${canonicalValues.map(value => JSON.stringify(value)).join(", ")}.` };
}

const described = "Described by the endpoint's /Schemas.";

function factOf(one: ScimAttribute, name: string, source: string): AttributeFact {
  const type = types[one.type];
  return attribute(name, described, source, { type, multivalued: one.multiValued, ...characteristics(one) });
}

function characteristics({ required, caseExact, mutability, type }: ScimAttribute): Partial<AttributeFact> {
  return {
    ...(required && { required }),
    ...(caseExact && type === "string" && { caseExact }),
    ...(mutability === "readOnly" && { mutability: "ReadOnly" }),
    ...(mutability === "immutable" && { mutability: "Immutable" }),
    ...(mutability === "writeOnly" && { mutability: "WriteOnly" }),
  };
}

/** Entra knows no decimal, and a reference to something outside the target is a text to it. */
const types: Readonly<Record<ScimAttribute["type"], AttributeType>> = {
  string: "String",
  boolean: "Boolean",
  decimal: "String",
  integer: "Integer",
  dateTime: "DateTime",
  binary: "Binary",
  reference: "String",
  complex: "String",
};
