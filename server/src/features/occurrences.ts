import { findFunctionIgnoringCase } from "../functions/index.ts";
import { children, type Expression, nameOf } from "../language/expression/tree.ts";
import type { SynchronizationSchema } from "../language/graph/tree.ts";
import type { ObjectMember, TestBlock, TestEntry } from "../language/provmap/tree.ts";
import { type Span, touches, type Word } from "../language/text.ts";
import type { Configuration, ObjectDeclaration, ObjectMapping, PropertyBlock } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { usedObjects } from "../model/graph/writeDeclarations.ts";
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
  const { declarations, mappings, tests, propertyBlocks, schema } = configuration;
  const found: Occurrence[] = [];
  const add: Add = (kind, { text, span }, role, owner = "") => {
    if (text !== "") found.push({ kind, name: text, owner, span, role });
  };
  for (const block of propertyBlocks) addProperties(block, add);
  for (const declaration of declarations) addDeclaration(declaration, add);
  if (schema !== undefined) addDefinitions(schema, add);
  for (const mapping of mappings) addMapping(mapping, add);
  for (const { name } of tests) add("test", name, "declaration");
  for (const block of file.blocks) if (block.kind === "TestBlock") addTest(block, configuration, add);
  return found;
}

type Add = (kind: NamedKind, word: Word, role: Occurrence["role"], owner?: string) => void;

const namingProperties: Readonly<Record<string, NamedKind>> = {
  "application.schema": "schema",
  "mapping.source": "sourceObject",
  "mapping.target": "targetObject",
  "test.mapping": "mapping",
  "test.user": "user",
  "test.group": "group",
};

function addProperties({ block, properties }: PropertyBlock, add: Add): void {
  for (const { name, values } of properties) {
    const kind = namingProperties[`${block}.${name.text}`];
    for (const value of values) {
      if (value.form === "secret") add("secret", value, "read");
      else if (kind !== undefined && value.form !== "structure") add(kind, value, "read");
    }
  }
}

function addDeclaration({ side, object, attributes }: ObjectDeclaration, add: Add): void {
  add(`${side}Object`, object, "declaration");
  for (const { name } of attributes) add(`${side}Attribute`, name, "declaration", object.text);
}

/** The objects that a schema maps and their attributes, where its directories define them. */
function addDefinitions(schema: SynchronizationSchema, add: Add): void {
  for (const { side, object, definitions } of usedObjects(schema)) {
    for (const { name, attributes } of definitions) {
      if (name !== undefined) add(`${side}Object`, name, "declaration");
      for (const attribute of attributes) {
        if (attribute.name !== undefined) add(`${side}Attribute`, attribute.name, "declaration", object);
      }
    }
  }
}

function addMapping(
  { name, filters, attributeMappings, sourceObject, targetObject, inSchema }: ObjectMapping,
  add: Add,
): void {
  add("mapping", name, "declaration");
  if (inSchema !== undefined) {
    add("sourceObject", sourceObject, "read");
    add("targetObject", targetObject, "read");
  }
  for (const filter of filters) {
    add("filter", filter.name, "declaration", name.text);
    for (const { attribute } of filter.clauses) add("sourceAttribute", attribute, "read", sourceObject.text);
  }
  for (const { target, source } of attributeMappings) {
    add("targetAttribute", target, "write", targetObject.text);
    if ("expression" in source) addExpression(source.expression, sourceObject.text, add);
  }
}

function addExpression(node: Expression, object: string, add: Add): void {
  if (node.kind === "AttributeReference") add("sourceAttribute", nameOf(node), "read", object);
  else if (node.kind === "Call") {
    const { text, span } = nameOf(node);
    add("function", { text: findFunctionIgnoringCase(text)?.name ?? text, span }, "read");
  }
  for (const child of children(node)) addExpression(child, object, add);
}

function addTest(block: TestBlock, { mappings }: Configuration, add: Add): void {
  const mapping = testedMapping(mappings, block);
  if (mapping === undefined) return;
  const { sourceObject, targetObject } = mapping;
  for (const entry of block.entries) {
    const isTarget = entry.name.text === "existing";
    for (const { name } of membersOf(entry)) {
      if (isTarget) add("targetAttribute", name, "read", targetObject.text);
      else add("sourceAttribute", name, "read", sourceObject.text);
    }
  }
  for (const { name } of block.expectations.flatMap(({ members }) => members)) {
    if (name.text !== "reason") add("targetAttribute", name, "read", targetObject.text);
  }
}

function membersOf({ value, changes }: TestEntry): readonly ObjectMember[] {
  return [...(value?.kind === "ObjectValue" ? value.members : []), ...(changes?.members ?? [])];
}
