import * as l10n from "@vscode/l10n";
import { findOperator } from "../catalogue/operators.ts";
import {
  attributeFlagWords,
  attributeTypeWords,
  blockKeywords,
  expectedActions,
  modifiers,
  type WordFact,
} from "../catalogue/properties.ts";
import { isExpression, type Node, pathTo } from "../language/provmap/path.ts";
import type { Modifier } from "../language/provmap/tree.ts";
import { touches, type Word } from "../language/text.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { documentedRules } from "../validation/documentedRules.ts";
import { attributeSubject, expressionSubject } from "./expressionSubject.ts";
import { documentation } from "./facts.ts";
import { schemaSubject } from "./schemaSubject.ts";
import type { Subject } from "./subject.ts";
import { memberSubject, propertySubject, valueSubject } from "./valueSubject.ts";

/** What the word under the cursor stands for. */
export function subjectAt(document: ProvmapDocument, offset: number): Subject | undefined {
  if (document.language !== "provmap") return schemaSubject(document, offset);
  const at = (word: Word) => touches(word.span, offset);
  const suppressed = document.configuration.suppressions.flatMap(({ codes }) => codes).find(at);
  if (suppressed !== undefined) return ruleSubject(suppressed);
  const path = pathTo(document.file, offset);
  const block = path[1];
  const node = path.at(-1);
  if (node === undefined || block === undefined || block.kind === "ProvmapFile") return undefined;
  const mapping = document.configuration.mappings.find(({ span }) => span.start === block.span.start);
  if (isExpression(node)) return expressionSubject(path.filter(isExpression), mapping, offset);
  return inValue(document, node, path, at) ?? inNode(node, path, mapping, at);
}

type At = (word: Word) => boolean;

function inValue(document: ProvmapDocument, node: Node, path: readonly Node[], at: At): Subject | undefined {
  switch (node.kind) {
    case "NameValue":
    case "ScalarValue":
      return valueSubject(document, path, node.name);
    case "ObjectMember":
      return at(node.name) ? memberSubject(document, path, node) : undefined;
    default:
      return undefined;
  }
}

function inNode(node: Node, path: readonly Node[], mapping: ObjectMapping | undefined, at: At): Subject | undefined {
  switch (node.kind) {
    case "ApplicationBlock":
    case "MappingBlock":
    case "AttributesBlock":
    case "TestBlock":
      return at(node.keyword) ? word(blockKeywords, node.keyword) : undefined;
    case "AttributeMappingStatement":
      return at(node.target)
        ? attributeSubject(mapping?.targetAttributes, node.target.text, node.target.span)
        : undefined;
    case "ClauseStatement":
      if (at(node.attribute))
        return attributeSubject(mapping?.sourceAttributes, node.attribute.text, node.attribute.span);
      return at(node.operator) ? operator(node.operator) : undefined;
    case "Property":
    case "TestEntry":
      return at(node.name) ? propertySubject(path[1], node.name) : undefined;
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

function operator({ text, span }: Word): Subject | undefined {
  const fact = findOperator(text);
  return fact && { kind: "Operator", fact, span };
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
  return fact && { kind: "Word", fact: { word: text, description: l10n.t(fact.description) }, span };
}

/** The rule that a comment turns off. */
function ruleSubject({ text, span }: Word): Subject | undefined {
  const rule = documentedRules.find(({ code }) => code === text);
  if (rule === undefined) return undefined;
  return {
    kind: "Word",
    fact: { word: text, description: `${l10n.t(rule.summary)}\n\n${documentation(rule.source)}` },
    span,
  };
}
