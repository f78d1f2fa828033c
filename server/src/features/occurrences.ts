import { findFunctionIgnoringCase } from "../functions/index.ts";
import { walk } from "../language/expression/tree.ts";
import type { ObjectMember, TestBlock, TestEntry } from "../language/provmap/tree.ts";
import { type Span, touches, type Word } from "../language/text.ts";
import type {
  AttributeMapping,
  Configuration,
  ObjectDeclaration,
  ObjectMapping,
  PropertyBlock,
} from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { testedMapping } from "./testedMapping.ts";

/** A place where something is named that can be named in several places. */
export interface Occurrence {
  readonly kind: NamedKind;
  readonly name: string;
  /** What the name belongs to: the object of an attribute, the mapping of a filter; empty for all others. */
  readonly owner: string;
  /** The name as it is written, with its quotes. */
  readonly span: Span;
  readonly role: "declaration" | "write" | "read";
}

/** `user` and `group` are those of a directory file, `schema` is a file, `secret` a name in the secret store. */
export type NamedKind =
  | "function"
  | "sourceAttribute"
  | "targetAttribute"
  | "sourceObject"
  | "targetObject"
  | "mapping"
  | "filter"
  | "test"
  | "secret"
  | "user"
  | "group"
  | "schema";

/** What is named at the cursor. */
export function occurrenceAt(document: ProvmapDocument, offset: number): Occurrence | undefined {
  return occurrencesIn(document).find(({ span }) => touches(span, offset));
}

/** Every place of a document where something is named. */
export function occurrencesIn({ configuration, file }: ProvmapDocument): readonly Occurrence[] {
  const { declarations, mappings, tests, propertyBlocks } = configuration;
  return [
    ...propertyBlocks.flatMap(inProperties),
    ...declarations.flatMap(inDeclaration),
    ...mappings.flatMap(inMapping),
    ...tests.map(({ name }) => occurrence("test", name, "declaration")),
    ...file.blocks.flatMap(block => (block.kind === "TestBlock" ? inTest(block, configuration) : [])),
  ].filter(({ name }) => name !== "");
}

function occurrence(kind: NamedKind, word: Word, role: Occurrence["role"], owner = ""): Occurrence {
  return { kind, name: word.text, owner, span: word.span, role };
}

const namingProperties: Readonly<Record<string, NamedKind>> = {
  "application.schema": "schema",
  "mapping.source": "sourceObject",
  "mapping.target": "targetObject",
  "test.mapping": "mapping",
  "test.user": "user",
  "test.group": "group",
};

function inProperties({ block, properties }: PropertyBlock): Occurrence[] {
  return properties.flatMap(({ name, values }) =>
    values.flatMap(value => {
      if (value.form === "secret") return [occurrence("secret", value, "read")];
      const kind = namingProperties[`${block}.${name.text}`];
      return kind === undefined || value.form === "structure" ? [] : [occurrence(kind, value, "read")];
    }),
  );
}

function inDeclaration({ side, object, attributes }: ObjectDeclaration): Occurrence[] {
  return [
    occurrence(`${side}Object`, object, "declaration"),
    ...attributes.map(({ name }) => occurrence(`${side}Attribute`, name, "declaration", object.text)),
  ];
}

function inMapping({ name, filters, attributeMappings, sourceObject, targetObject }: ObjectMapping): Occurrence[] {
  return [
    occurrence("mapping", name, "declaration"),
    ...filters.flatMap(filter => [
      occurrence("filter", filter.name, "declaration", name.text),
      ...filter.clauses.map(({ attribute }) => occurrence("sourceAttribute", attribute, "read", sourceObject.text)),
    ]),
    ...attributeMappings.flatMap(mapping => [
      occurrence("targetAttribute", mapping.target, "write", targetObject.text),
      ...inSource(mapping, sourceObject.text),
    ]),
  ];
}

function inSource({ source }: AttributeMapping, object: string): Occurrence[] {
  if (!("expression" in source)) return [];
  return [...walk(source.expression)].flatMap(node => {
    if (node.kind === "AttributeReference") return [occurrence("sourceAttribute", node.name, "read", object)];
    if (node.kind !== "Call") return [];
    const name = findFunctionIgnoringCase(node.name.text)?.name ?? node.name.text;
    return [occurrence("function", { text: name, span: node.name.span }, "read")];
  });
}

function inTest(block: TestBlock, { mappings }: Configuration): Occurrence[] {
  const mapping = testedMapping(mappings, block);
  if (mapping === undefined) return [];
  const source = (member: ObjectMember) =>
    occurrence("sourceAttribute", member.name, "read", mapping.sourceObject.text);
  const target = (member: ObjectMember) =>
    occurrence("targetAttribute", member.name, "read", mapping.targetObject.text);
  return [
    ...block.entries.flatMap(entry => membersOf(entry).map(entry.name.text === "existing" ? target : source)),
    ...block.expectations.flatMap(({ members }) => members.filter(({ name }) => name.text !== "reason").map(target)),
  ];
}

function membersOf({ value, changes }: TestEntry): readonly ObjectMember[] {
  return [...(value?.kind === "ObjectValue" ? value.members : []), ...(changes?.members ?? [])];
}
