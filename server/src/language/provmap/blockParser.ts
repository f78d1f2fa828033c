import type { IToken, ParserMethod } from "chevrotain";
import * as literals from "../expression/literals.ts";
import * as nodes from "./nodes.ts";
import { StatementParser } from "./statementParser.ts";
import { CloseBrace, OpenBrace } from "./tokens.ts";
import type { Name as NameNode } from "./tree.ts";

/** The braces of a block as they were read. */
interface Braces {
  open?: IToken;
  close?: IToken;
}

/** What all blocks have in common: keyword, name, braces, and what is told where one of them is missing. */
export class BlockParser extends StatementParser {
  protected strayBrace(token: IToken, reason: string): void {
    this.ACTION(() => this.report(`Remove the '}': ${reason}.`, literals.spanOf(token)));
  }

  /** `{ member … }`: reads members until the block closes or, where a brace is missing, until `isBehind`. */
  protected braced(member: () => void, isBehind = () => this.isBlockStart(), optional = false): Braces {
    const braces: Braces = {};
    this.OPTION8(() => {
      braces.open = this.CONSUME8(OpenBrace);
    });
    this.ACTION(() => {
      if (braces.open === undefined && !optional) this.reportMissing("Open the block with '{'.");
    });
    const exists = () => braces.open !== undefined || !optional;
    this.MANY8({ GATE: () => exists() && !isBehind(), DEF: member });
    this.OPTION9({
      GATE: exists,
      DEF: () => {
        braces.close = this.CONSUME8(CloseBrace);
      },
    });
    return braces;
  }

  /** The shape that every block shares; reports a closing brace that is missing. */
  protected shape(keyword: IToken, braces: Braces) {
    const { open, close } = braces;
    const word = literals.word(keyword);
    if (open !== undefined && close === undefined) this.report("Close the block with '}'.", word.span);
    return {
      keyword: word,
      ...(open === undefined ? {} : { open: literals.spanOf(open) }),
      ...(close === undefined ? {} : { close: literals.spanOf(close) }),
      span: { start: word.span.start, end: this.endOfLast() },
    };
  }

  protected named(name: NameNode | undefined, what: string): NameNode {
    if (name !== undefined) return name;
    this.reportMissing(`Name the ${what}.`);
    return nodes.missingName(this.endOfLast());
  }

  protected readonly blockName: ParserMethod<[string], NameNode> = this.RULE("blockName", (what = "block") => {
    const name = this.OPTION({
      GATE: () => !this.isStatementStart() && !this.isBlockStart(),
      DEF: () => this.SUBRULE(this.name),
    });
    return this.ACTION(() => this.named(name, what));
  });
}
