import type { CompletionItem } from "vscode-languageserver-types";
import { attributeFlagWords, attributeTypeWords } from "../../catalogue/properties.ts";
import type { AttributeDeclaration } from "../../language/provmap/tree.ts";
import { touches } from "../../language/text.ts";
import { wordItem } from "./items.ts";
import { type Place, replacing } from "./place.ts";

/** Behind the name of a declared attribute its type, and behind a comma the flags that it does not have yet. */
export function declarationItems(place: Place, { name, type, flags, span }: AttributeDeclaration): CompletionItem[] {
  const { document, offset } = place;
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
