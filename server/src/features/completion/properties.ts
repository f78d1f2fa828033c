import * as l10n from "@vscode/l10n";
import type { CompletionItem } from "vscode-languageserver-types";
import { sourceObjects, targetObjects } from "../../catalogue/index.ts";
import { findProperty, type PropertyFact, properties } from "../../catalogue/properties.ts";
import { templates } from "../../catalogue/templates.ts";
import { quote } from "../../language/expression/print.ts";
import type { ApplicationBlock, MappingBlock, Property, TestBlock, TestEntry } from "../../language/provmap/tree.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import { type Span, touches } from "../../language/text.ts";
import type { ProvmapDocument } from "../../model/document.ts";
import { completionItemKinds } from "../protocolKinds.ts";
import { item, propertyItem, valueItem } from "./items.ts";
import { type Place, replacing } from "./place.ts";

type PropertyBlock = ApplicationBlock | MappingBlock | TestBlock;

/** The properties that a block does not have yet. A property under the cursor counts as not there. */
export function propertyItems(place: Place, block: PropertyBlock): CompletionItem[] {
  const kind = blockKind(block);
  const present = propertiesOf(block);
  const touched = present.find(({ name }) => touches(name.span, place.offset));
  const written = new Set(present.filter(property => property !== touched).map(({ name }) => name.text));
  const range = replacing(place, touched?.name.span);
  return properties
    .filter(fact => fact.block === kind && !written.has(fact.name))
    .map(fact => (touched === undefined ? propertyItem(range, fact) : valueItem(range, fact.name)));
}

function propertiesOf(block: PropertyBlock): readonly (Property | TestEntry)[] {
  switch (block.kind) {
    case "ApplicationBlock":
      return block.properties;
    case "MappingBlock":
      return block.members.filter(member => member.kind === "Property");
    case "TestBlock":
      return block.entries;
  }
}

function blockKind({ kind }: PropertyBlock): PropertyFact["block"] {
  return ({ ApplicationBlock: "application", MappingBlock: "mapping", TestBlock: "test" } as const)[kind];
}

/** What may stand behind a property's colon: its words, the objects of a directory, the mappings of the file. */
export function propertyValueItems(
  place: Place,
  block: PropertyBlock,
  name: string,
  values: readonly { readonly span: Span }[],
): CompletionItem[] {
  const fact = findProperty(blockKind(block), name);
  if (fact === undefined) return [];
  const touched = values.find(({ span }) => touches(span, place.offset));
  const others = values.filter(value => value !== touched);
  if (others.length > 0 && !fact.multiple) return secretItems(place, fact, others);
  const range = replacing(place, touched?.span);
  const written = new Set(others.map(({ span }) => place.document.text.slice(span.start, span.end)));
  return possibleValues(place.document, fact)
    .filter(([label]) => !written.has(label))
    .map(([label, text, detail]) => valueItem(range, label, text, detail));
}

/** Behind `bearer` and `basic` the name of a secret is due. */
function secretItems(place: Place, { kind }: PropertyFact, written: readonly { readonly span: Span }[]) {
  if (kind !== "secret" || written.length > 1) return [];
  const range = replacing(place);
  const documentation = l10n.t("The name under which the editor or the environment keeps the secret; never its value.");
  return [item(range, { label: "secret", kind: completionItemKinds.Snippet, documentation, snippet: 'secret("$1")' })];
}

function possibleValues(
  { configuration }: ProvmapDocument,
  fact: PropertyFact,
): readonly (readonly [label: string, text: string, detail?: string])[] {
  const place = `${fact.block}.${fact.name}`;
  if (place === "application.template")
    return templates.map(({ id, description }) => [id, writeName(id), l10n.t(description)]);
  if (place === "mapping.source") return sourceObjects.map(({ name }) => [name, writeName(name)]);
  if (place === "mapping.target") return targetObjects.map(({ name }) => [name, quote(name)]);
  if (place === "test.mapping") return configuration.mappings.map(({ name }) => [name.text, quote(name.text)]);
  return (fact.words ?? []).map(word => [word, word]);
}
