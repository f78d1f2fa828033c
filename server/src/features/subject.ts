import type { AttributeFact } from "../catalogue/attribute.ts";
import { findOperator, type OperatorFact } from "../catalogue/operators.ts";
import {
  attributeFlagWords,
  attributeTypeWords,
  blockKeywords,
  expectedActions,
  findProperty,
  modifiers,
  type PropertyFact,
  type WordFact,
} from "../catalogue/properties.ts";
import type { FunctionDefinition } from "../functions/definition.ts";
import { findFunctionIgnoringCase } from "../functions/index.ts";
import type { Expression } from "../language/expression/tree.ts";
import { isExpression, type Node, pathTo } from "../language/provmap/path.ts";
import type { Modifier } from "../language/provmap/tree.ts";
import { type Span, touches, type Word } from "../language/text.ts";
import type { AttributeSet, ObjectMapping } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { type Cursor, cursorAt } from "./cursor.ts";

/** A piece of the text that stands for something of which facts are known. */
export type Subject =
  | { readonly kind: "Function"; readonly fact: FunctionDefinition; readonly span: Span }
  | { readonly kind: "Attribute"; readonly fact: AttributeFact; readonly span: Span }
  | { readonly kind: "Operator"; readonly fact: OperatorFact; readonly span: Span }
  | { readonly kind: "Property"; readonly fact: PropertyFact; readonly span: Span }
  | { readonly kind: "Word"; readonly fact: WordFact; readonly span: Span };

/** What the word under the cursor stands for. */
export function subjectAt(document: ProvmapDocument, offset: number): Subject | undefined {
  if (document.language !== "provmap") return inSchema(cursorAt(document, offset), offset);
  const path = pathTo(document.file, offset);
  const block = path[1];
  const node = path.at(-1);
  if (node === undefined || block === undefined || block.kind === "ProvmapFile") return undefined;
  const mapping = document.configuration.mappings.find(({ span }) => span.start === block.span.start);
  const at = (word: Word) => touches(word.span, offset);
  return isExpression(node) ? inExpression(node, mapping, at) : inNode(node, path, mapping, at);
}

type At = (word: Word) => boolean;

function inSchema(cursor: Cursor, offset: number): Subject | undefined {
  if (cursor.kind === "Source") {
    const node = cursor.path.at(-1);
    return node && inExpression(node, cursor.mapping, word => touches(word.span, offset));
  }
  if (cursor.kind !== "SchemaName") return undefined;
  const { name, of } = cursor;
  switch (of.kind) {
    case "sourceAttribute":
      return attribute(of.mapping.sourceAttributes, name.text, name.span);
    case "targetAttribute":
      return attribute(of.mapping.targetAttributes, name.text, name.span);
    case "operator":
      return operator(name);
    default:
      return undefined;
  }
}

function inExpression(node: Expression, mapping: ObjectMapping | undefined, at: At): Subject | undefined {
  switch (node.kind) {
    case "AttributeReference":
      return attribute(mapping?.sourceAttributes, node.name.text, node.span);
    case "Call":
      return at(node.name) ? functionOf(node.name) : undefined;
    case "Constant":
      return functionOf({ text: node.text, span: node.span });
    default:
      return undefined;
  }
}

function functionOf({ text, span }: Word): Subject | undefined {
  const fact = findFunctionIgnoringCase(text);
  return fact && { kind: "Function", fact, span };
}

function inNode(node: Node, path: readonly Node[], mapping: ObjectMapping | undefined, at: At): Subject | undefined {
  switch (node.kind) {
    case "ApplicationBlock":
    case "MappingBlock":
    case "AttributesBlock":
    case "TestBlock":
      return at(node.keyword) ? word(blockKeywords, node.keyword) : undefined;
    case "AttributeMappingStatement":
      return at(node.target) ? attribute(mapping?.targetAttributes, node.target.text, node.target.span) : undefined;
    case "ClauseStatement":
      if (at(node.attribute)) return attribute(mapping?.sourceAttributes, node.attribute.text, node.attribute.span);
      return at(node.operator) ? operator(node.operator) : undefined;
    case "Property":
    case "TestEntry":
      return at(node.name) ? property(path[1], node.name) : undefined;
    case "MatchModifier":
    case "DefaultModifier":
    case "FlagModifier":
      return word(modifiers, { text: modifierWord(node), span: node.span });
    case "AttributeDeclaration":
      return declared(node, at);
    case "ExpectBlock":
      return at(node.action) ? word(expectedActions, node.action) : undefined;
    default:
      return undefined;
  }
}

function declared({ type, flags }: Extract<Node, { kind: "AttributeDeclaration" }>, at: At): Subject | undefined {
  if (at(type)) return word(attributeTypeWords, type);
  const flag = flags.find(at);
  return flag && word(attributeFlagWords, flag);
}

function attribute(attributes: AttributeSet | undefined, name: string, span: Span): Subject | undefined {
  const fact = attributes?.byName.get(name);
  return fact && { kind: "Attribute", fact, span };
}

function operator({ text, span }: Word): Subject | undefined {
  const fact = findOperator(text);
  return fact && { kind: "Operator", fact, span };
}

const propertyBlocks: Partial<Record<Node["kind"], PropertyFact["block"]>> = {
  ApplicationBlock: "application",
  MappingBlock: "mapping",
  TestBlock: "test",
};

function property(block: Node | undefined, { text, span }: Word): Subject | undefined {
  const kind = block && propertyBlocks[block.kind];
  const fact = kind && findProperty(kind, text);
  return fact && { kind: "Property", fact, span };
}

function modifierWord(modifier: Modifier): string {
  switch (modifier.kind) {
    case "MatchModifier":
      return "match";
    case "DefaultModifier":
      return "default";
    case "FlagModifier":
      return modifier.flag;
  }
}

function word(facts: readonly WordFact[], { text, span }: Word): Subject | undefined {
  const fact = facts.find(candidate => candidate.word === text);
  return fact && { kind: "Word", fact, span };
}
