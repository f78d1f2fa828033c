import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import { documentSymbols } from "./documentSymbols.ts";

/** What the outlines of the documents name, with the letters of the query in their order and in any case. */
export function workspaceSymbols(documents: readonly ProvmapDocument[], query: string): SymbolInformation[] {
  return documents
    .flatMap(document => documentSymbols(document).flatMap(symbol => withChildren(symbol, document.uri)))
    .filter(({ name }) => holds(name, query));
}

function withChildren(symbol: DocumentSymbol, uri: string, container?: string): SymbolInformation[] {
  const { name, kind, selectionRange, children = [] } = symbol;
  return [
    {
      name,
      kind,
      location: { uri, range: selectionRange },
      ...(container !== undefined && { containerName: container }),
    },
    ...children.flatMap(child => withChildren(child, uri, name)),
  ];
}

function holds(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase()) {
    const at = letters.indexOf(letter, from);
    if (at === -1) return false;
    from = at + letter.length;
  }
  return true;
}
