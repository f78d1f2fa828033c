import { Lexer } from "chevrotain";
import type { SyntaxProblem } from "../text.ts";
import { expressionKinds, kindsOf } from "./kinds.ts";
import * as literals from "./literals.ts";
import { alone, isAtOperand, readExpression } from "./parser.ts";
import { isAtEnd, readerOf, report, startOfNext } from "./reader.ts";
import { commentGroup, expressionTokens } from "./tokens.ts";
import type { Expression } from "./tree.ts";

/** The length, in UTF-16 units, from which on a text is not read at all. Entra refuses expressions of over 10,000 characters. */
export const longestText = 1_000_000;

export interface ParsedExpression {
  readonly expression: Expression;
  readonly problems: readonly SyntaxProblem[];
}

const tools = once(() => ({
  lexer: new Lexer([...expressionTokens], {
    positionTracking: "onlyOffset",
    ensureOptimizations: false,
    skipValidations: true,
  }),
  kinds: kindsOf(expressionTokens, expressionKinds),
}));

/** Reads one expression, as it stands in Entra's expression box. Total: any text gives a whole tree and the problems found. */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > longestText) return unread(text, `Shorten the expression: it has ${text.length} characters.`);
  const { lexer, kinds } = tools();
  const { tokens, groups } = lexer.tokenize(text);
  const [first] = tokens;
  if (first === undefined) return unread(text, "Write an expression: an attribute, a string or a function call.");
  const reader = readerOf(tokens, kinds, text.length);
  if (!isAtOperand(reader, alone)) return unread(text, `An expression cannot begin with '${first.image}'.`);
  const expression = readExpression(reader, alone);
  if (!isAtEnd(reader)) {
    const rest = { start: startOfNext(reader), end: text.trimEnd().length };
    report(reader, `Remove what follows the expression: '${clip(text.slice(rest.start, rest.end))}'.`, rest);
  }
  const comments = (groups[commentGroup] ?? []).map(token => ({
    message: "Remove the comment: Entra's expressions have none.",
    span: literals.spanOf(token),
  }));
  return { expression, problems: [...reader.problems, ...comments] };
}

function unread(text: string, message: string): ParsedExpression {
  const span = { start: 0, end: text.length };
  return { expression: { kind: "Missing", span }, problems: [{ message, span }] };
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Makes a value when it is first asked for, and gives the same one from then on. */
export function once<T>(make: () => T): () => T {
  const made: T[] = [];
  return () => {
    if (made.length === 0) made.push(make());
    return made[0] as T;
  };
}
