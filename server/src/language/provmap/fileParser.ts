import { type IToken, type ParserMethod, tokenMatcher } from "chevrotain";
import * as literals from "../expression/literals.ts";
import { ExpressionParser } from "../expression/parser.ts";
import {
  Anything,
  CloseParenthesis,
  Comma,
  Name,
  OpenParenthesis,
  Operator,
  SmartString,
  StringText,
  UnclosedString,
} from "../expression/tokens.ts";
import * as nodes from "./nodes.ts";
import { Arrow, CloseBrace, Colon, OpenBrace } from "./tokens.ts";
import type { Name as NameNode } from "./tree.ts";

const blockKeywords = /^(?:application|mapping|attributes|test)$/;

/** The modifiers by their first word, with the shape of what follows it. */
export const modifierWords: Readonly<Record<string, RegExp>> = {
  match: /^[0-9]/,
  default: /^["“”„‟]/,
  on: /^create$/,
  add: /^values$/,
  flow: /^always$/,
};

/** What every statement of a file needs: where names and statements begin, and how to pass over what does not belong. */
export class FileParser extends ExpressionParser {
  private junkEnd = Number.NaN;

  override begin(input: IToken[], textLength: number): void {
    super.begin(input, textLength);
    this.junkEnd = Number.NaN;
  }

  /** Whether the token ahead is this bare word. */
  isWord(text: string, ahead = 1): boolean {
    return this.isAt(Name, ahead) && this.LA(ahead).image === text;
  }

  isName(ahead = 1): boolean {
    return (
      this.isAt(Name, ahead) ||
      this.isAt(StringText, ahead) ||
      this.isAt(UnclosedString, ahead) ||
      this.isAt(SmartString, ahead)
    );
  }

  /** `name:` or `name <-`: the head of a statement. */
  isStatementStart(): boolean {
    return this.isName() && (this.isAt(Colon, 2) || this.isAt(Arrow, 2));
  }

  /** `keyword "name" {`: the head of a top-level block, which no block can hold. */
  isBlockStart(): boolean {
    if (!this.isAt(Name) || !blockKeywords.test(this.LA(1).image) || this.isAt(Colon, 2) || this.isAt(Arrow, 2))
      return false;
    return [2, 3, 4].some(
      ahead => this.isAt(OpenBrace, ahead) && [2, 3].every(before => before >= ahead || this.isName(before)),
    );
  }

  isFilterStart(): boolean {
    const ahead = this.isWord("input") || this.isWord("category") ? 2 : 1;
    return (
      this.isWord("filter", ahead) &&
      (this.isAt(OpenBrace, ahead + 1) || (this.isName(ahead + 1) && this.isAt(OpenBrace, ahead + 2)))
    );
  }

  isModifierStart(): boolean {
    if (!this.isAt(Name) || this.isAt(Colon, 2) || this.isAt(Arrow, 2) || this.isAt(OpenParenthesis, 2)) return false;
    return Object.hasOwn(modifierWords, this.LA(1).image);
  }

  override isOperandName(): boolean {
    if (this.isConjunction() || this.isStatementStart() || this.isBlockStart() || this.isFilterStart()) return false;
    if (this.isAt(OpenParenthesis, 2)) return true;
    if (this.depth === 0) return !this.isCompleteModifier();
    return this.isAt(Comma, 2) || this.isAt(CloseParenthesis, 2) || this.isAt(Operator, 2);
  }

  override continuesArguments(): boolean {
    if (this.isStatementStart()) return false;
    return !this.isAt(Name) || this.isOperandName() || this.isConjunction();
  }

  private isCompleteModifier(): boolean {
    return this.isModifierStart() && modifierWords[this.LA(1).image]?.test(this.LA(2).image) === true;
  }

  /** A problem at a missing piece: on the last thing read, which the piece should follow. */
  reportMissing(message: string): void {
    const end = this.endOfLast();
    this.report(message, { start: this.LA(0).startOffset, end });
  }

  protected readonly name: ParserMethod<[], NameNode> = this.RULE("name", () => {
    const token = this.OR([
      { ALT: () => this.CONSUME(Name) },
      { ALT: () => this.CONSUME(StringText) },
      { ALT: () => this.CONSUME(UnclosedString) },
      { ALT: () => this.CONSUME(SmartString) },
    ]);
    return this.ACTION(() => {
      const node = nodes.name(token);
      if (tokenMatcher(token, UnclosedString)) this.report("Close the string with '\"'.", node.span);
      if (tokenMatcher(token, SmartString))
        this.report(`Write straight quotes: ${literals.quote(node.text)}.`, node.span);
      return node;
    });
  });

  /** Skips one thing that does not belong here; a run of them is one problem. */
  protected readonly junk: ParserMethod<[string], void> = this.RULE("junk", (expected = "") => {
    this.ACTION(() => this.reportJunk(expected));
    this.OR([
      { ALT: () => this.CONSUME(Anything) },
      {
        ALT: () => {
          this.CONSUME(OpenBrace);
          this.MANY(() => this.SUBRULE(this.skipped));
          this.OPTION(() => this.CONSUME(CloseBrace));
        },
      },
    ]);
    this.ACTION(() => {
      this.junkEnd = this.endOfLast();
    });
  });

  private readonly skipped: ParserMethod<[], void> = this.RULE("skipped", () => {
    this.OR([{ ALT: () => this.CONSUME(Anything) }, { ALT: () => this.CONSUME(OpenBrace) }]);
  });

  private reportJunk(expected: string): void {
    if (this.junkEnd === this.endOfLast()) return;
    const token = this.LA(1);
    this.report(`'${clip(token.image)}' does not belong here: ${expected}.`, literals.spanOf(token));
  }
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
