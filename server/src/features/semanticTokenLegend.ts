/** The kinds of tokens, by LSP's own names; the extension's manifest gives each the scope that the grammar has for it. */
export const tokenTypes = [
  "keyword",
  "namespace",
  "class",
  "interface",
  "event",
  "modifier",
  "decorator",
  "property",
  "variable",
  "function",
  "operator",
  "type",
  "enumMember",
  "regexp",
] as const;

/** `modification` is on the target attribute that a mapping writes, `defaultLibrary` on built-in functions. */
export const tokenModifiers = ["declaration", "modification", "defaultLibrary"] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];
