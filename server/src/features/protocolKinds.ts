import type * as lsp from "vscode-languageserver-types";

// Kinds of the Language Server Protocol, as far as features tell of them. Its library has no part that can be loaded alone:
// its types are what holds these numbers and words to it.

/** LSP, `CodeActionKind`. */
export const codeActionKinds = {
  QuickFix: "quickfix",
  RefactorRewrite: "refactor.rewrite",
} satisfies Partial<typeof lsp.CodeActionKind>;

/** LSP, `CompletionItemKind`. */
export const completionItemKinds = {
  Function: 3,
  Field: 5,
  Property: 10,
  Value: 12,
  Keyword: 14,
  Snippet: 15,
  Reference: 18,
  EnumMember: 20,
  Constant: 21,
  Operator: 24,
} satisfies Partial<typeof lsp.CompletionItemKind>;

/** LSP, `DiagnosticSeverity`. */
export const diagnosticSeverities = { Error: 1, Warning: 2, Information: 3 } satisfies Partial<
  typeof lsp.DiagnosticSeverity
>;

/** LSP, `DiagnosticTag`. */
export const diagnosticTags = { Unnecessary: 1, Deprecated: 2 } satisfies typeof lsp.DiagnosticTag;

/** LSP, `DocumentHighlightKind`. */
export const documentHighlightKinds = { Text: 1, Read: 2, Write: 3 } satisfies typeof lsp.DocumentHighlightKind;

/** LSP, `InlayHintKind`. */
export const inlayHintKinds = { Parameter: 2 } satisfies Partial<typeof lsp.InlayHintKind>;

/** LSP, `InsertTextFormat`. */
export const insertTextFormats = { Snippet: 2 } satisfies Partial<typeof lsp.InsertTextFormat>;

/** LSP, `SymbolKind`. */
export const symbolKinds = {
  Namespace: 3,
  Package: 4,
  Class: 5,
  Property: 7,
  Field: 8,
  Interface: 11,
  Event: 24,
} satisfies Partial<typeof lsp.SymbolKind>;
