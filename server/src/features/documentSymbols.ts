import * as l10n from "@vscode/l10n";
import type { DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type {
  AttributeMappingStatement,
  AttributesBlock,
  Block,
  FilterBlock,
  MappingBlock,
  MappingMember,
  Name,
} from "../language/provmap/tree.ts";
import type { Span, Word } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { symbolKinds } from "./protocolKinds.ts";
import { rangeOf } from "./ranges.ts";

/** The outline: application, mappings with their filters and attribute mappings, declared attributes, tests. */
export function documentSymbols(document: ProvmapDocument): DocumentSymbol[] {
  return document.file.blocks.map(block => blockSymbol(document, block));
}

function blockSymbol(document: ProvmapDocument, block: Block): DocumentSymbol {
  switch (block.kind) {
    case "ApplicationBlock":
      return symbol(document, block, block.name, "application", symbolKinds.Package);
    case "MappingBlock":
      return symbol(document, block, block.name, "mapping", symbolKinds.Class, memberSymbols(document, block));
    case "AttributesBlock":
      return symbol(
        document,
        block,
        block.object,
        `${block.side.text} attributes`.trimStart(),
        symbolKinds.Namespace,
        attributeSymbols(document, block),
      );
    case "TestBlock":
      return symbol(document, block, block.name, "test", symbolKinds.Event);
  }
}

function memberSymbols(document: ProvmapDocument, { members }: MappingBlock): DocumentSymbol[] {
  return members
    .filter(isOutlined)
    .map(member =>
      member.kind === "FilterBlock"
        ? symbol(document, member, member.name, filterDetail(member), symbolKinds.Interface)
        : symbol(document, member, member.target, sourceDetail(document, member), symbolKinds.Field),
    );
}

function isOutlined(member: MappingMember): member is FilterBlock | AttributeMappingStatement {
  return member.kind !== "Property";
}

function filterDetail({ group }: FilterBlock): string {
  return group === "scoping" ? "filter" : `${group} filter`;
}

function sourceDetail({ text }: ProvmapDocument, { source }: AttributeMappingStatement): string {
  return text.slice(source.span.start, source.span.end).replaceAll(/\s+/g, " ").trim();
}

function attributeSymbols(document: ProvmapDocument, { declarations }: AttributesBlock): DocumentSymbol[] {
  return declarations.map(declaration =>
    symbol(document, declaration, declaration.name, declaration.type.text, symbolKinds.Property),
  );
}

function symbol(
  document: ProvmapDocument,
  node: { readonly span: Span; readonly keyword?: Word },
  name: Name,
  detail: string,
  kind: SymbolKind,
  below: DocumentSymbol[] = [],
): DocumentSymbol {
  const named = name.text.trim() !== "";
  return {
    name: named ? name.text : (node.keyword?.text ?? l10n.t("unnamed")),
    detail,
    kind,
    range: rangeOf(document, node.span),
    selectionRange: rangeOf(document, named ? name.span : (node.keyword?.span ?? node.span)),
    children: below,
  };
}
