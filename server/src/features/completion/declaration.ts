import type { CompletionItem } from "vscode-languageserver-types";
import { sourceObjects, targetObjects } from "../../catalogue/index.ts";
import { attributeFlagWords, attributeTypeWords } from "../../catalogue/properties.ts";
import { quote } from "../../language/expression/print.ts";
import type { AttributeDeclaration, AttributesBlock, Name } from "../../language/provmap/tree.ts";
import { touches } from "../../language/text.ts";
import { valueItem, wordItem } from "./items.ts";
import { type Place, replacing } from "./place.ts";

/**
 * Behind the name of a declared attribute its type, behind a comma the flags that it does not have yet, and behind
 * `references` the objects of its side.
 */
export function declarationItems(
  place: Place,
  block: AttributesBlock,
  { name, type, flags, references, span }: AttributeDeclaration,
): CompletionItem[] {
  const { document, offset } = place;
  const reference = references.find(each => touches(each.span, offset));
  if (reference !== undefined) return objectItems(place, block, reference);
  const before = document.text.slice(name.span.end, offset);
  if (!before.includes(":") || /[\r\n]/.test(document.text.slice(span.end, Math.max(span.end, offset)))) return [];
  if (!before.includes(",")) {
    const isDue = type.text === "" || touches(type.span, offset);
    return isDue ? attributeTypeWords.map(fact => wordItem(replacing(place, type.span), fact)) : [];
  }
  if (!/,\s*\w*$/.test(before)) return [];
  const touched = flags.find(flag => touches(flag.span, offset));
  const written = new Set(flags.filter(flag => flag !== touched).map(({ text }) => text));
  return attributeFlagWords
    .filter(({ word }) => !written.has(word))
    .map(fact =>
      wordItem(replacing(place, touched?.span), fact, fact.word === "references" ? 'references "$1"' : undefined),
    );
}

/** The objects of the catalogue and those that the file describes. */
function objectItems(place: Place, { side }: AttributesBlock, reference: Name): CompletionItem[] {
  const catalogued = side.text === "source" ? sourceObjects : targetObjects;
  const declared = place.document.configuration.declarations.filter(each => each.side === side.text);
  const names = new Set([...catalogued.map(each => each.name), ...declared.map(({ object }) => object.text)]);
  const range = replacing(place, reference.span);
  return [...names].map(object => valueItem(range, object, quote(object)));
}
