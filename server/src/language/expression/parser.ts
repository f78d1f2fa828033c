import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType, tokenMatcher } from "chevrotain";
import type { Span, SyntaxProblem, Word } from "../text.ts";
import { type ArgumentItem, arrangeArguments } from "./arguments.ts";
import * as literals from "./literals.ts";
import * as tokens from "./tokens.ts";
import type { Call, Expression, Parenthesized } from "./tree.ts";

/** How deep calls and parentheses may nest; what lies deeper is a problem and not an overflow of the stack. */
export const maximumDepth = 200;

/**
 * The grammar of expressions. It accepts every sequence of tokens between two parentheses and tells the mistakes
 * itself, one for each place, so the tree is whole for any text and the library's own recovery is not needed.
 */
export class ExpressionParser extends EmbeddedActionsParser {
  problems: SyntaxProblem[] = [];
  protected depth = 0;
  private lastPlace = -1;
  private textLength = 0;

  constructor(vocabulary: readonly TokenType[]) {
    super([...vocabulary], { maxLookahead: 2, recoveryEnabled: false });
  }

  /** Takes the tokens of another text and forgets the last one. */
  begin(input: IToken[], textLength: number): void {
    this.input = input;
    this.problems = [];
    this.depth = 0;
    this.lastPlace = -1;
    this.textLength = textLength;
  }

  /** Adds a problem, unless one was told with the same token ahead: what follows a mistake is not another. */
  report(message: string, span: Span): void {
    const place = this.startOfNext();
    if (place === this.lastPlace) return;
    this.lastPlace = place;
    this.problems.push({ message, span });
  }

  isAtEnd(): boolean {
    return this.LA(1).tokenType === EOF;
  }

  isAt(type: TokenType, ahead = 1): boolean {
    return tokenMatcher(this.LA(ahead), type);
  }

  /** The place of the token ahead, or the end of the text. */
  startOfNext(): number {
    return this.isAtEnd() ? this.textLength : this.LA(1).startOffset;
  }

  /** The place behind the last token that was read. */
  endOfLast(): number {
    const last = this.LA(0);
    return last.startOffset + last.image.length;
  }

  /** Whether the word ahead can be an operand here. In a file a word may begin the next statement instead. */
  isOperandName(): boolean {
    return !this.isConjunction();
  }

  /** Whether what lies ahead still belongs between the parentheses of a call. */
  continuesArguments(): boolean {
    return true;
  }

  protected isConjunction(): boolean {
    return this.isAt(tokens.Name) && /^(?:and|or)$/i.test(this.LA(1).image);
  }

  isAtOperand(): boolean {
    if (this.isAt(tokens.Name)) return this.isOperandName();
    return this.isAt(tokens.Operand) || (this.isAt(tokens.OpenParenthesis) && this.mayNest());
  }

  protected mayNest(): boolean {
    return this.depth < maximumDepth;
  }

  readonly expression: ParserMethod<[], Expression> = this.RULE("expression", () => {
    let left = this.SUBRULE(this.operand);
    this.MANY({
      GATE: () => this.isAt(tokens.Operator) || this.isConjunction(),
      DEF: () => {
        const operator = this.OR([
          { ALT: () => this.CONSUME(tokens.Operator) },
          { ALT: () => this.CONSUME(tokens.Name) },
        ]);
        const right = this.OPTION({ GATE: () => this.isAtOperand(), DEF: () => this.SUBRULE2(this.operand) });
        left = this.ACTION(() => this.binaryOperation(left, operator, right));
      },
    });
    return left;
  });

  protected readonly operand: ParserMethod<[], Expression> = this.RULE("operand", () =>
    this.OR({
      DEF: [
        {
          GATE: () => this.mayNest() && this.isAt(tokens.OpenParenthesis, 2),
          ALT: () => this.SUBRULE(this.call),
        },
        { ALT: () => literals.constant(this.CONSUME(tokens.Name)) },
        { ALT: () => literals.attribute(this.CONSUME(tokens.AttributeText)) },
        { ALT: () => literals.string(this.CONSUME(tokens.StringText)) },
        { ALT: () => literals.number(this.CONSUME(tokens.NumberText)) },
        { ALT: () => literals.number(this.CONSUME(tokens.HexText)) },
        { ALT: () => literals.jobParameter(this.CONSUME(tokens.JobParameterText)) },
        { ALT: () => this.SUBRULE(this.malformedOperand) },
        { GATE: () => this.mayNest(), ALT: () => this.SUBRULE(this.parenthesized) },
      ],
      IGNORE_AMBIGUITIES: true,
    }),
  );

  private readonly malformedOperand: ParserMethod<[], Expression> = this.RULE("malformedOperand", () => {
    const token = this.OR([
      { ALT: () => this.CONSUME(tokens.UnclosedAttribute) },
      { ALT: () => this.CONSUME(tokens.UnclosedString) },
      { ALT: () => this.CONSUME(tokens.SmartString) },
    ]);
    return this.ACTION(() => this.malformed(token));
  });

  private readonly parenthesized: ParserMethod<[], Parenthesized> = this.RULE("parenthesized", () => {
    const open = this.CONSUME(tokens.OpenParenthesis);
    this.depth++;
    const inner = this.OPTION({ GATE: () => this.isAtOperand(), DEF: () => this.SUBRULE(this.expression) });
    const close = this.OPTION1({ DEF: () => this.CONSUME(tokens.CloseParenthesis) });
    this.depth--;
    return this.ACTION(() => this.parenthesizedNode(open, inner, close));
  });

  private readonly call: ParserMethod<[], Call> = this.RULE("call", () => {
    const name = this.CONSUME(tokens.Name);
    const open = this.CONSUME(tokens.OpenParenthesis);
    this.depth++;
    const items: ArgumentItem[] = [];
    this.MANY({
      GATE: () => this.continuesArguments(),
      DEF: () => items.push(this.SUBRULE(this.argumentItem)),
    });
    const close = this.OPTION({ DEF: () => this.CONSUME(tokens.CloseParenthesis) });
    this.depth--;
    return this.ACTION(() => this.callNode(name, open, items, close));
  });

  private readonly argumentItem: ParserMethod<[], ArgumentItem> = this.RULE("argumentItem", () =>
    this.OR({
      DEF: [
        { ALT: () => item("Comma", this.CONSUME(tokens.Comma)) },
        { GATE: () => this.isAtOperand(), ALT: () => this.SUBRULE(this.expression) },
        { ALT: () => item("Stray", this.CONSUME(tokens.Stray)) },
        { ALT: () => item("Stray", this.CONSUME(tokens.Name)) },
      ],
      IGNORE_AMBIGUITIES: true,
    }),
  );

  private malformed(token: IToken): Expression {
    if (token.tokenType === tokens.UnclosedAttribute) {
      const node = literals.attribute(token);
      this.report(`Close the attribute '${node.name.text}' with ']'.`, node.span);
      return node;
    }
    const node = literals.string(token);
    const unclosed = token.tokenType === tokens.UnclosedString;
    this.report(unclosed ? "Close the string with '\"'." : `Write straight quotes: ${node.raw}.`, node.span);
    return node;
  }

  private binaryOperation(left: Expression, operator: IToken, right: Expression | undefined): Expression {
    const word = literals.word(operator);
    if (right === undefined) this.report(`Write a value behind '${word.text}'.`, word.span);
    const whole = right ?? ({ kind: "Missing", span: { start: word.span.end, end: word.span.end } } as const);
    const span = { start: left.span.start, end: whole.span.end };
    return { kind: "BinaryOperation", operator: word, left, right: whole, span };
  }

  private parenthesizedNode(open: IToken, inner: Expression | undefined, close: IToken | undefined): Parenthesized {
    const start = open.startOffset;
    const end = this.endOfLast();
    if (inner === undefined) this.report("Write an expression between the parentheses.", { start, end });
    else if (close === undefined) this.report("Close the parenthesis with ')'.", { start, end: start + 1 });
    return {
      kind: "Parenthesized",
      inner: inner ?? { kind: "Missing", span: { start: start + 1, end } },
      span: { start, end },
    };
  }

  private callNode(name: IToken, open: IToken, items: readonly ArgumentItem[], close: IToken | undefined): Call {
    const word = literals.word(name);
    const start = open.startOffset + 1;
    const endsWithComma = items.length === 0 || items.at(-1)?.kind === "Comma";
    const end = close?.startOffset ?? (endsWithComma ? this.startOfNext() : this.endOfLast());
    const arranged = arrangeArguments(items, { start, end }, (message, span) => this.report(message, span));
    if (close === undefined) this.report(`Close the call of '${word.text}' with ')'.`, word.span);
    return {
      kind: "Call",
      name: word,
      ...arranged,
      open: literals.spanOf(open),
      ...(close === undefined ? {} : { close: literals.spanOf(close) }),
      span: { start: word.span.start, end: close === undefined ? end : end + 1 },
    };
  }
}

function item<K extends "Comma" | "Stray">(kind: K, token: IToken): Word & { readonly kind: K } {
  return { kind, ...literals.word(token) };
}
