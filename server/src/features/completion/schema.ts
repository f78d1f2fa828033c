import type { CompletionItem } from "vscode-languageserver-types";
import type { AttributeFact } from "../../catalogue/attribute.ts";
import { operators } from "../../catalogue/operators.ts";
import type { ProvmapDocument } from "../../model/document.ts";
import { writtenAt } from "../../model/document.ts";
import type { SchemaName } from "../cursor.ts";
import { rangeOf } from "../ranges.ts";
import { attributeItems, offeredAttributes, operatorItem, valueItem } from "./items.ts";
import type { Place } from "./place.ts";
import { inSnippet } from "./snippet.ts";

/** The names that may stand in a string of a Graph schema. */
export function schemaNameItems({ document }: Place, { name, of }: SchemaName): CompletionItem[] {
  const range = rangeOf(document, name.span);
  switch (of.kind) {
    case "sourceAttribute":
      return attributeItems(range, offeredAttributes(document, of.mapping, "source"), text => text);
    case "targetAttribute": {
      const written = new Set(of.mapping.attributeMappings.map(({ target }) => target.text));
      const isDue = (fact: AttributeFact) =>
        fact.mutability !== "ReadOnly" && (!written.has(fact.name) || fact.name === name.text);
      const { facts, ...origin } = offeredAttributes(document, of.mapping, "target");
      return attributeItems(range, { ...origin, facts: facts.filter(isDue) }, text => text);
    }
    case "operator": {
      const type = of.mapping.sourceAttributes.byName.get(of.attribute)?.type;
      const fitting = operators.filter(({ types }) => type === undefined || types.includes(type));
      return fitting.map(fact => operatorItem(range, fact, true));
    }
    case "enumeration":
      return of.enumeration.words.map(word => valueItem(range, word));
    case "directory":
    case "object":
      return of.names.map(named => valueItem(range, named));
  }
}

/** An item as it is written at a place of the file: in a string of JSON with its escapes, which a snippet has escapes for too. */
export function writtenItem(document: ProvmapDocument, offset: number, item: CompletionItem): CompletionItem {
  const { textEdit, insertTextFormat, filterText, label } = item;
  const write = (text: string) => writtenAt(document, { start: offset, end: offset }, text);
  if (textEdit === undefined || write('"') === '"') return item;
  const newText = insertTextFormat === undefined ? write(textEdit.newText) : inSnippet(textEdit.newText, write);
  return { ...item, filterText: write(filterText ?? label), textEdit: { ...textEdit, newText } };
}
