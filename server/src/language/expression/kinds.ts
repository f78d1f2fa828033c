import { type IToken, type TokenType, tokenMatcher } from "chevrotain";
import * as tokens from "./tokens.ts";

/** Kinds of tokens as bits, so that one look tells whether a token is of any of several. A token may be of more than one. */
export const Name = 1 << 0;
export const StringText = 1 << 1;
export const UnclosedString = 1 << 2;
export const SmartString = 1 << 3;
export const AttributeText = 1 << 4;
export const UnclosedAttribute = 1 << 5;
export const NumberText = 1 << 6;
export const HexText = 1 << 7;
export const JobParameterText = 1 << 8;
export const OpenParenthesis = 1 << 9;
export const CloseParenthesis = 1 << 10;
export const Comma = 1 << 11;
export const Operator = 1 << 12;
export const Stray = 1 << 13;
export const Operand = 1 << 14;

/** The bit of each kind with the type or category that it stands for. */
export type KindTable = readonly (readonly [kind: number, type: TokenType])[];

/** The kinds of tokens of an expression. */
export const expressionKinds: KindTable = [
  [Name, tokens.Name],
  [StringText, tokens.StringText],
  [UnclosedString, tokens.UnclosedString],
  [SmartString, tokens.SmartString],
  [AttributeText, tokens.AttributeText],
  [UnclosedAttribute, tokens.UnclosedAttribute],
  [NumberText, tokens.NumberText],
  [HexText, tokens.HexText],
  [JobParameterText, tokens.JobParameterText],
  [OpenParenthesis, tokens.OpenParenthesis],
  [CloseParenthesis, tokens.CloseParenthesis],
  [Comma, tokens.Comma],
  [Operator, tokens.Operator],
  [Stray, tokens.Stray],
  [Operand, tokens.Operand],
];

/** The kinds of each type of a vocabulary, by `tokenTypeIdx`. Types get their categories when a lexer is made of them. */
export function kindsOf(vocabulary: readonly TokenType[], table: KindTable): readonly number[] {
  const kinds: number[] = [];
  for (const { tokenTypeIdx = 0 } of vocabulary) {
    const token = { tokenTypeIdx } as IToken;
    kinds[tokenTypeIdx] = table.reduce((bits, [kind, type]) => (tokenMatcher(token, type) ? bits | kind : bits), 0);
  }
  return kinds;
}
