import type { ParserMethod } from "chevrotain";
import * as literals from "../expression/literals.ts";
import { maximumDepth } from "../expression/parser.ts";
import { Comma, Name, NumberText } from "../expression/tokens.ts";
import type { Word } from "../text.ts";
import { BlockParser } from "./blockParser.ts";
import * as nodes from "./nodes.ts";
import { CloseBrace, CloseBracket, Colon, FileAttribute, OpenBrace, OpenBracket } from "./tokens.ts";
import type {
  ExpectBlock,
  Name as NameNode,
  ObjectMember,
  ObjectValue,
  TestBlock,
  TestEntry,
  TestValue,
} from "./tree.ts";

/** `test` blocks with their objects, lists and expectations. */
export class TestParser extends BlockParser {
  protected readonly test: ParserMethod<[], TestBlock> = this.RULE("test", () => {
    const keyword = this.CONSUME(Name);
    const name = this.SUBRULE(this.blockName, { ARGS: ["test"] });
    const entries: TestEntry[] = [];
    const expectations: ExpectBlock[] = [];
    const braces = this.braced(
      () => this.SUBRULE(this.testMember, { ARGS: [entries, expectations] }),
      () => this.isBlockStart() || (this.isAt(CloseBrace) && !this.isStrayTestBrace()),
    );
    return this.ACTION(
      () => ({ kind: "TestBlock", name, entries, expectations, ...this.shape(keyword, braces) }) as const,
    );
  });

  private readonly testMember: ParserMethod<[TestEntry[], ExpectBlock[]], void> = this.RULE(
    "testMember",
    (entries = [], expectations = []) => {
      this.OR({
        DEF: [
          { GATE: () => this.isName() && this.isAt(Colon, 2), ALT: () => entries.push(this.SUBRULE(this.testEntry)) },
          { GATE: () => this.isWord("expect"), ALT: () => expectations.push(this.SUBRULE(this.expect)) },
          { ALT: () => this.CONSUME(Comma) },
          { ALT: () => this.SUBRULE(this.junk, { ARGS: ["write 'name: value' or 'expect action { … }'"] }) },
          { ALT: () => this.strayBrace(this.CONSUME(CloseBrace), "the test goes on behind it") },
        ],
        IGNORE_AMBIGUITIES: true,
      });
    },
  );

  /** A closing brace with an entry or an expectation behind it, which only a test can hold. */
  private isStrayTestBrace(): boolean {
    return (this.isName(2) && this.isAt(Colon, 3)) || (this.isWord("expect", 2) && this.isAt(Name, 3));
  }

  private readonly testEntry: ParserMethod<[], TestEntry> = this.RULE("testEntry", () => {
    const member = this.SUBRULE(this.objectMember);
    const changes = this.OPTION({
      GATE: () => this.isWord("with") && this.isAt(OpenBrace, 2),
      DEF: () => {
        this.CONSUME(Name);
        return this.SUBRULE(this.objectValue);
      },
    });
    return this.ACTION(() => {
      const span = { start: member.span.start, end: this.endOfLast() };
      return { ...member, kind: "TestEntry", ...(changes === undefined ? {} : { changes }), span } as const;
    });
  });

  private readonly expect: ParserMethod<[], ExpectBlock> = this.RULE("expect", () => {
    const keyword = this.CONSUME(Name);
    const action = this.OPTION({
      GATE: () => !this.isStatementStart() && !this.isBlockStart(),
      DEF: () => this.CONSUME1(Name),
    });
    const members: ObjectMember[] = [];
    const braces = this.braced(() => this.SUBRULE(this.memberOrJunk, { ARGS: [members] }), undefined, true);
    return this.ACTION(() => {
      if (action === undefined)
        this.reportMissing("Write what is expected: create, update, disable, delete, skip or fail.");
      const shape = this.shape(keyword, braces);
      const word: Word = action === undefined ? nodes.missingName(shape.keyword.span.end) : literals.word(action);
      return { kind: "ExpectBlock", action: word, members, ...shape } as const;
    });
  });

  private readonly memberOrJunk: ParserMethod<[ObjectMember[]], void> = this.RULE("memberOrJunk", (members = []) => {
    this.OR({
      DEF: [
        { GATE: () => this.isName() && this.isAt(Colon, 2), ALT: () => members.push(this.SUBRULE(this.objectMember)) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.junk, { ARGS: ["write 'name: value'"] }) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  private readonly objectMember: ParserMethod<[], ObjectMember> = this.RULE("objectMember", () => {
    const name = this.SUBRULE(this.name);
    this.CONSUME(Colon);
    const value = this.OPTION({
      GATE: () => this.mayNest() && !this.isStatementStart(),
      DEF: () => this.SUBRULE(this.testValue),
    });
    return this.ACTION(() => {
      if (!this.mayNest()) this.reportMissing(`Objects are nested too deeply: use at most ${maximumDepth} levels.`);
      else if (value === undefined) this.reportMissing(`Write a value for '${name.text}'.`);
      const span = { start: name.span.start, end: this.endOfLast() };
      return { kind: "ObjectMember", name, ...(value === undefined ? {} : { value }), span } as const;
    });
  });

  private readonly testValue: ParserMethod<[], TestValue> = this.RULE("testValue", () =>
    this.OR([
      { ALT: (): TestValue => this.SUBRULE(this.objectValue) },
      { ALT: (): TestValue => this.SUBRULE(this.listValue) },
      { ALT: (): TestValue => nodes.wordList(this.CONSUME(FileAttribute)) },
      { ALT: (): TestValue => scalar(this.SUBRULE(this.name)) },
      { ALT: (): TestValue => scalar(nodes.name(this.CONSUME(NumberText))) },
    ]),
  );

  private readonly objectValue: ParserMethod<[], ObjectValue> = this.RULE("objectValue", () => {
    const open = this.CONSUME(OpenBrace);
    this.depth++;
    const members: ObjectMember[] = [];
    this.MANY({
      GATE: () => !this.isBlockStart(),
      DEF: () => this.SUBRULE(this.memberOrJunk, { ARGS: [members] }),
    });
    const close = this.OPTION(() => this.CONSUME(CloseBrace));
    this.depth--;
    return this.ACTION(() => {
      if (close === undefined) this.report("Close the object with '}'.", literals.spanOf(open));
      return { kind: "ObjectValue", members, span: { start: open.startOffset, end: this.endOfLast() } } as const;
    });
  });

  private readonly listValue: ParserMethod<[], TestValue> = this.RULE("listValue", () => {
    const open = this.CONSUME(OpenBracket);
    this.depth++;
    const items: TestValue[] = [];
    this.MANY({
      GATE: () => this.mayNest() && !this.isStatementStart(),
      DEF: () => this.OR([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => items.push(this.SUBRULE(this.testValue)) }]),
    });
    const close = this.OPTION(() => this.CONSUME(CloseBracket));
    this.depth--;
    return this.ACTION(() => {
      if (close === undefined) this.report("Close the list with ']'.", literals.spanOf(open));
      return { kind: "ListValue", items, span: { start: open.startOffset, end: this.endOfLast() } } as const;
    });
  });
}

function scalar(name: NameNode): TestValue {
  return { kind: "ScalarValue", name, span: name.span };
}
