import {
  CodeAction,
  CodeLens,
  type CompletionItem,
  Diagnostic,
  type DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Range,
  SelectionRange,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import { tokenModifiers, tokenTypes } from "../../../server/src/features/semanticTokenLegend.ts";

/** True for what the protocol lets a request answer; null is always allowed where there is nothing. */
export type Shape = (result: unknown) => boolean;

/** The shapes of results, by method, as far as the guards of the protocol's types and its prose go. */
export const shapes: Readonly<Record<string, Shape>> = {
  initialize: object({ capabilities: isObject }),
  shutdown: result => result === null,
  "textDocument/completion": either(
    listOf(isCompletionItem),
    object({ isIncomplete: isBoolean, items: listOf(isCompletionItem) }),
  ),
  "completionItem/resolve": isCompletionItem,
  "textDocument/hover": Hover.is,
  "textDocument/signatureHelp": isSignatureHelp,
  "textDocument/definition": listOf(Location.is),
  "textDocument/references": listOf(Location.is),
  "textDocument/documentHighlight": listOf(isHighlight),
  "textDocument/documentSymbol": listOf(isDocumentSymbol),
  "textDocument/foldingRange": listOf(isFoldingRange),
  "textDocument/codeLens": listOf(CodeLens.is),
  "textDocument/codeAction": listOf(CodeAction.is),
  "textDocument/formatting": listOf(TextEdit.is),
  "textDocument/rangeFormatting": listOf(TextEdit.is),
  "textDocument/onTypeFormatting": listOf(TextEdit.is),
  "textDocument/rename": WorkspaceEdit.is,
  "textDocument/prepareRename": object({ range: Range.is, placeholder: isText }),
  "textDocument/linkedEditingRange": object({ ranges: listOf(Range.is), wordPattern: isText }),
  "textDocument/selectionRange": listOf(isSelectionRange),
  "textDocument/documentLink": listOf(DocumentLink.is),
  "textDocument/inlayHint": listOf(InlayHint.is),
  "textDocument/semanticTokens/full": object({ data: isTokenData }),
  "textDocument/semanticTokens/full/delta": either(
    object({ data: isTokenData }),
    object({ edits: listOf(isTokenEdit) }),
  ),
  "textDocument/semanticTokens/range": object({ data: isTokenData }),
  "textDocument/diagnostic": isReport,
  "workspace/diagnostic": object({ items: listOf(result => isReport(result) && object({ uri: isText })(result)) }),
  "mapwright/mappingAt": isText,
  "workspace/symbol": listOf(object({ name: isText, kind: isCount, location: Location.is })),
};

function listOf(one: Shape): Shape {
  return result => Array.isArray(result) && result.every(one);
}

function either(...shapes: readonly Shape[]): Shape {
  return result => shapes.some(shape => shape(result));
}

function object(members: Readonly<Record<string, Shape>>): Shape {
  return result =>
    isObject(result) &&
    Object.entries(members).every(([name, shape]) => shape((result as Record<string, unknown>)[name]));
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31;
}

function isCompletionItem(value: unknown): boolean {
  const { label, kind, textEdit, insertTextFormat } = value as CompletionItem;
  return (
    isText(label) &&
    label !== "" &&
    isCount(kind) &&
    kind >= 1 &&
    kind <= 25 &&
    TextEdit.is(textEdit) &&
    [undefined, 1, 2].includes(insertTextFormat)
  );
}

function isSignatureHelp(value: unknown): boolean {
  const { signatures, activeSignature, activeParameter } = value as Record<string, unknown>;
  return (
    listOf(object({ label: isText, parameters: listOf(object({ label: Array.isArray })) }))(signatures) &&
    isCount(activeSignature) &&
    isCount(activeParameter)
  );
}

function isHighlight(value: unknown): boolean {
  const { range, kind } = value as DocumentHighlight;
  return Range.is(range) && [1, 2, 3].includes(kind ?? 0);
}

/** A symbol whose selection lies in it, as those below it do. */
function isDocumentSymbol(value: unknown): boolean {
  if (!DocumentSymbol.is(value) || value.name.trim() === "") return false;
  return holds(value.range, value.selectionRange) && (value.children ?? []).every(isDocumentSymbol);
}

function isFoldingRange(value: unknown): boolean {
  return FoldingRange.is(value) && value.startLine < value.endLine;
}

function isSelectionRange(value: unknown): boolean {
  if (!SelectionRange.is(value)) return false;
  return value.parent === undefined || (holds(value.parent.range, value.range) && isSelectionRange(value.parent));
}

function isTokenData(value: unknown): boolean {
  return (
    listOf(isCount)(value) &&
    (value as number[]).length % 5 === 0 &&
    (value as number[]).every((figure, index) => {
      if (index % 5 === 2) return figure > 0;
      if (index % 5 === 3) return figure < tokenTypes.length;
      return index % 5 !== 4 || figure < 1 << tokenModifiers.length;
    })
  );
}

function isTokenEdit(value: unknown): boolean {
  const { start, deleteCount, data } = value as Record<string, unknown>;
  return isCount(start) && isCount(deleteCount) && (data === undefined || listOf(isCount)(data));
}

function isReport(value: unknown): boolean {
  const { kind, items, resultId } = value as Record<string, unknown>;
  if (kind === "unchanged") return isText(resultId) && items === undefined;
  return kind === "full" && listOf(Diagnostic.is)(items) && (resultId === undefined || isText(resultId));
}

function holds(outer: Range, inner: Range): boolean {
  const before = (left: Range["start"], right: Range["start"]) =>
    left.line < right.line || (left.line === right.line && left.character <= right.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}
