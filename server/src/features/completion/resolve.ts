import type { CompletionItem } from "vscode-languageserver-types";
import { findDocumentedFunction } from "../../functions/documentedFunctions.ts";
import type { ProvmapDocument } from "../../model/document.ts";
import { attributeText, functionText } from "../facts.ts";

/** What an item keeps to be explained later: a function, or an attribute of one of the objects of a mapping. */
export type Explained =
  | { readonly kind: "function"; readonly name: string }
  | {
      readonly kind: "attribute";
      readonly uri: string;
      readonly mapping: string;
      readonly side: "source" | "target";
      readonly name: string;
    };

/** The item with its documentation, which a list of hundreds comes without. */
export function resolveCompletion(
  item: CompletionItem,
  documentOf: (uri: string) => ProvmapDocument | undefined,
): CompletionItem {
  const value = textOf(item.data, documentOf);
  return value === undefined ? item : { ...item, documentation: { kind: "markdown", value } };
}

function textOf(data: Explained | undefined, documentOf: (uri: string) => ProvmapDocument | undefined) {
  switch (data?.kind) {
    case "function": {
      const fact = findDocumentedFunction(data.name);
      return fact && functionText(fact);
    }
    case "attribute": {
      const mapping = documentOf(data.uri)?.configuration.mappings.find(({ name }) => name.text === data.mapping);
      const attributes = data.side === "source" ? mapping?.sourceAttributes : mapping?.targetAttributes;
      const fact = attributes?.byName.get(data.name);
      return fact && attributeText(fact);
    }
    default:
      return undefined;
  }
}
