import * as l10n from "@vscode/l10n";
import { findProperty, type PropertyFact } from "../catalogue/properties.ts";
import { templates } from "../catalogue/templates.ts";
import type { Node } from "../language/provmap/path.ts";
import type { Name, ObjectMember } from "../language/provmap/tree.ts";
import type { Word } from "../language/text.ts";
import type { AttributeSet, ObjectMapping } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { attributeSubject } from "./expressionSubject.ts";
import { code, documentation } from "./facts.ts";
import type { Subject } from "./subject.ts";
import { testedMapping } from "./testedMapping.ts";

/** What the value of a property stands for: a template, an object, the mapping of a test, or one of the words of the property. */
export function valueSubject(
  { configuration: { mappings } }: ProvmapDocument,
  [, block, property]: readonly Node[],
  value: Name,
): Subject | undefined {
  if (block === undefined || (property?.kind !== "Property" && property?.kind !== "TestEntry")) return undefined;
  const mapping = mappings.find(({ span }) => span.start === block.span.start);
  switch (`${propertyBlocks[block.kind]}.${property.name.text}`) {
    case "application.template":
      return templateSubject(value);
    case "mapping.source":
      return objectSubject(value, mapping?.sourceAttributes);
    case "mapping.target":
      return objectSubject(value, mapping?.targetAttributes);
    case "test.mapping":
      return mappingSubject(value, mappings);
    default: {
      const subject = propertySubject(block, property.name);
      const isWord = subject?.kind === "Property" && subject.fact.words?.includes(value.text);
      return isWord ? { ...subject, span: value.span } : undefined;
    }
  }
}

const propertyBlocks: Partial<Record<Node["kind"], PropertyFact["block"]>> = {
  ApplicationBlock: "application",
  MappingBlock: "mapping",
  TestBlock: "test",
};

/** A property of a block by its name. */
export function propertySubject(block: Node | undefined, { text, span }: Name): Subject | undefined {
  const kind = block && propertyBlocks[block.kind];
  const fact = kind && findProperty(kind, text);
  return fact && { kind: "Property", fact, span };
}

function templateSubject({ text, span }: Name): Subject | undefined {
  const template = templates.find(({ id }) => id === text);
  if (template === undefined) return undefined;
  const description = `${l10n.t(template.description)}\n\n${documentation(template.source)}`;
  return { kind: "Word", fact: { word: text, description }, span };
}

/** An object by what it has. */
export function objectSubject({ text, span }: Word, attributes: AttributeSet | undefined): Subject | undefined {
  if (!attributes?.known) return undefined;
  const all = [...attributes.byName.values()];
  const required = all.filter(fact => fact.required).map(({ name }) => code(name));
  const size =
    all.length === 1 ? l10n.t("An object with 1 attribute.") : l10n.t`An object with ${all.length} attributes.`;
  const needs = required.length === 0 ? [] : [l10n.t`Required: ${required.join(", ")}.`];
  return { kind: "Word", fact: { word: text, description: [size, ...needs].join(" ") }, span };
}

function mappingSubject({ text, span }: Name, mappings: readonly ObjectMapping[]): Subject | undefined {
  const mapping = mappings.find(({ name }) => name.text === text);
  if (mapping === undefined) return undefined;
  const { sourceObject, targetObject, attributeMappings, filters } = mapping;
  const [from, to] = [code(sourceObject.text), code(targetObject.text)];
  const [flows, number] = [attributeMappings.length, filters.length];
  const flowsTold = flows === 1 ? l10n.t("1 attribute mapping") : l10n.t`${flows} attribute mappings`;
  const filtersTold = number === 1 ? l10n.t("1 filter") : l10n.t`${number} filters`;
  const description = l10n.t`From ${from} to ${to}: ${flowsTold} and ${filtersTold}.`;
  return { kind: "Word", fact: { word: text, description }, span };
}

/** The attribute that a member of a test's object or of an expectation is about: the source's, or the target's. */
export function memberSubject(
  { configuration: { mappings } }: ProvmapDocument,
  [, block, part]: readonly Node[],
  { name }: ObjectMember,
): Subject | undefined {
  if (block?.kind !== "TestBlock") return undefined;
  const isTarget = part?.kind === "ExpectBlock" || (part?.kind === "TestEntry" && part.name.text === "existing");
  const mapping = testedMapping(mappings, block);
  return attributeSubject(isTarget ? mapping?.targetAttributes : mapping?.sourceAttributes, name.text, name.span);
}
