import type { IToken, ParserMethod } from "chevrotain";
import * as literals from "../expression/literals.ts";
import { Comma, Name, NumberText } from "../expression/tokens.ts";
import type { Span, Word } from "../text.ts";
import * as nodes from "./nodes.ts";
import { StatementParser } from "./statementParser.ts";
import {
  Arrow,
  CloseBrace,
  CloseBracket,
  Colon,
  FileAttribute,
  OpenBrace,
  OpenBracket,
  provmapTokens,
} from "./tokens.ts";
import type {
  ApplicationBlock,
  AttributeDeclaration,
  AttributesBlock,
  Block,
  ClauseStatement,
  ExpectBlock,
  FilterBlock,
  MappingBlock,
  MappingMember,
  Name as NameNode,
  ObjectMember,
  ObjectValue,
  Property,
  TestBlock,
  TestEntry,
  TestValue,
} from "./tree.ts";

/** The braces of a block as they were read. */
interface Braces {
  open?: IToken;
  close?: IToken;
}

/** The grammar of a `.provmap` file. Like that of expressions it accepts any sequence of tokens and tells the mistakes itself. */
export class ProvmapParser extends StatementParser {
  constructor() {
    super(provmapTokens);
    this.performSelfAnalysis();
  }

  readonly file: ParserMethod<[], Block[]> = this.RULE("file", () => {
    const blocks: Block[] = [];
    this.MANY(() =>
      this.OR({
        DEF: [
          { GATE: () => this.startsBlock("application"), ALT: () => blocks.push(this.SUBRULE(this.application)) },
          { GATE: () => this.startsBlock("mapping"), ALT: () => blocks.push(this.SUBRULE(this.mapping)) },
          { GATE: () => this.startsBlock("attributes"), ALT: () => blocks.push(this.SUBRULE(this.attributes)) },
          { GATE: () => this.startsBlock("test"), ALT: () => blocks.push(this.SUBRULE(this.test)) },
          {
            ALT: () => this.SUBRULE(this.junk, { ARGS: ["write an application, mapping, attributes or test block"] }),
          },
          { ALT: () => this.strayBrace(this.CONSUME(CloseBrace), "no block is open") },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
    return blocks;
  });

  private startsBlock(keyword: string): boolean {
    return this.isWord(keyword) && !this.isStatementStart();
  }

  private strayBrace(token: IToken, reason: string): void {
    this.ACTION(() => this.report(`Remove the '}': ${reason}.`, literals.spanOf(token)));
  }

  /** `{ member … }`: reads members until the block closes or, where a brace is missing, until `isBehind`. */
  private braced(member: () => void, isBehind = () => this.isBlockStart(), optional = false): Braces {
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
  private shape(keyword: IToken, braces: Braces) {
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

  private named(name: NameNode | undefined, what: string): NameNode {
    if (name !== undefined) return name;
    this.reportMissing(`Name the ${what}.`);
    return nodes.missingName(this.endOfLast());
  }

  private readonly blockName: ParserMethod<[string], NameNode> = this.RULE("blockName", (what = "block") => {
    const name = this.OPTION({
      GATE: () => !this.isStatementStart() && !this.isBlockStart(),
      DEF: () => this.SUBRULE(this.name),
    });
    return this.ACTION(() => this.named(name, what));
  });

  private readonly application: ParserMethod<[], ApplicationBlock> = this.RULE("application", () => {
    const keyword = this.CONSUME(Name);
    const name = this.SUBRULE(this.blockName, { ARGS: ["application"] });
    const properties: Property[] = [];
    const braces = this.braced(() =>
      this.OR([
        { GATE: () => this.isStatementStart(), ALT: () => properties.push(this.SUBRULE(this.property)) },
        { ALT: () => this.SUBRULE(this.junk, { ARGS: ["write a property as 'name: value'"] }) },
      ]),
    );
    return this.ACTION(() => ({ kind: "ApplicationBlock", name, properties, ...this.shape(keyword, braces) }) as const);
  });

  private readonly mapping: ParserMethod<[], MappingBlock> = this.RULE("mapping", () => {
    const keyword = this.CONSUME(Name);
    const name = this.SUBRULE(this.blockName, { ARGS: ["mapping"] });
    const members: MappingMember[] = [];
    const braces = this.braced(
      () => this.SUBRULE(this.mappingMember, { ARGS: [members] }),
      () => this.isBlockStart() || (this.isAt(CloseBrace) && !this.isStrayBrace()),
    );
    return this.ACTION(() => ({ kind: "MappingBlock", name, members, ...this.shape(keyword, braces) }) as const);
  });

  private readonly mappingMember: ParserMethod<[MappingMember[]], void> = this.RULE("mappingMember", (members = []) => {
    this.OR({
      DEF: [
        { GATE: () => this.isName() && this.isAt(Colon, 2), ALT: () => members.push(this.SUBRULE(this.property)) },
        { GATE: () => this.startsFilter(), ALT: () => members.push(this.SUBRULE(this.filter)) },
        { GATE: () => this.startsMapping(), ALT: () => members.push(this.SUBRULE(this.attributeMapping)) },
        { ALT: () => this.SUBRULE(this.junk, { ARGS: ["write 'target <- source', a property or a filter"] }) },
        {
          GATE: () => this.isStrayBrace(),
          ALT: () => this.strayBrace(this.CONSUME(CloseBrace), "the mapping goes on behind it"),
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** A closing brace with an attribute mapping behind it, which only a mapping can hold. */
  private isStrayBrace(): boolean {
    return this.isAt(CloseBrace) && this.isName(2) && this.isAt(Arrow, 3);
  }

  private startsFilter(): boolean {
    const ahead = this.isWord("input") || this.isWord("category") ? 2 : 1;
    return this.isFilterStart() || (this.isWord("filter", ahead) && !this.isStatementStart() && this.isName(ahead + 1));
  }

  private startsMapping(): boolean {
    return this.isStatementStart() || (this.isName() && this.isAt(FileAttribute, 2));
  }

  private readonly filter: ParserMethod<[], FilterBlock> = this.RULE("filter", () => {
    const first = this.CONSUME(Name);
    this.OPTION({ GATE: () => first.image !== "filter", DEF: () => this.CONSUME1(Name) });
    const name = this.SUBRULE(this.blockName, { ARGS: ["filter"] });
    const clauses: ClauseStatement[] = [];
    const braces = this.braced(
      () =>
        this.OR({
          DEF: [
            {
              GATE: () => this.isName() && !this.isStatementStart(),
              ALT: () => clauses.push(this.SUBRULE(this.clause)),
            },
            { ALT: () => this.SUBRULE(this.junk, { ARGS: ["write a clause as 'attribute OPERATOR value'"] }) },
          ],
          IGNORE_AMBIGUITIES: true,
        }),
      () => this.isBlockStart() || this.isFilterStart() || (this.isName() && this.isAt(Arrow, 2)),
    );
    const group = first.image === "input" || first.image === "category" ? first.image : "scoping";
    return this.ACTION(() => ({ kind: "FilterBlock", group, name, clauses, ...this.shape(first, braces) }) as const);
  });

  private readonly attributes: ParserMethod<[], AttributesBlock> = this.RULE("attributes", () => {
    const keyword = this.CONSUME(Name);
    const side = this.OPTION({
      GATE: () => this.isWord("source") || this.isWord("target"),
      DEF: () => this.CONSUME1(Name),
    });
    this.ACTION(() => {
      if (side === undefined) this.reportMissing("Write 'source' or 'target' behind 'attributes'.");
    });
    const object = this.SUBRULE(this.blockName, { ARGS: ["object that has the attributes"] });
    const declarations: AttributeDeclaration[] = [];
    const braces = this.braced(() =>
      this.OR([
        { GATE: () => this.isStatementStart(), ALT: () => declarations.push(this.SUBRULE(this.declaration)) },
        { ALT: () => this.SUBRULE(this.junk, { ARGS: ["declare an attribute as 'name: Type, flag'"] }) },
      ]),
    );
    return this.ACTION(() => {
      const shape = this.shape(keyword, braces);
      const written: Word =
        side === undefined ? { text: "", span: emptyAt(shape.keyword.span.end) } : literals.word(side);
      return { kind: "AttributesBlock", side: written, object, declarations, ...shape } as const;
    });
  });

  private readonly declaration: ParserMethod<[], AttributeDeclaration> = this.RULE("declaration", () => {
    const { name, values } = this.SUBRULE(this.property);
    return this.ACTION(() => declarationNode(name, values, this.endOfLast()));
  });

  private readonly test: ParserMethod<[], TestBlock> = this.RULE("test", () => {
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
      const word: Word =
        action === undefined ? { text: "", span: emptyAt(shape.keyword.span.end) } : literals.word(action);
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
    const value = this.OPTION({ GATE: () => !this.isStatementStart(), DEF: () => this.SUBRULE(this.testValue) });
    return this.ACTION(() => {
      if (value === undefined) this.reportMissing(`Write a value for '${name.text}'.`);
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
    const members: ObjectMember[] = [];
    this.MANY({
      GATE: () => !this.isBlockStart(),
      DEF: () => this.SUBRULE(this.memberOrJunk, { ARGS: [members] }),
    });
    const close = this.OPTION(() => this.CONSUME(CloseBrace));
    return this.ACTION(() => {
      if (close === undefined) this.report("Close the object with '}'.", literals.spanOf(open));
      return { kind: "ObjectValue", members, span: { start: open.startOffset, end: this.endOfLast() } } as const;
    });
  });

  private readonly listValue: ParserMethod<[], TestValue> = this.RULE("listValue", () => {
    const open = this.CONSUME(OpenBracket);
    const items: TestValue[] = [];
    this.MANY({
      GATE: () => !this.isStatementStart(),
      DEF: () => this.OR([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => items.push(this.SUBRULE(this.testValue)) }]),
    });
    const close = this.OPTION(() => this.CONSUME(CloseBracket));
    return this.ACTION(() => {
      if (close === undefined) this.report("Close the list with ']'.", literals.spanOf(open));
      return { kind: "ListValue", items, span: { start: open.startOffset, end: this.endOfLast() } } as const;
    });
  });
}

function scalar(name: NameNode): TestValue {
  return { kind: "ScalarValue", name, span: name.span };
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}

function declarationNode(name: NameNode, values: Property["values"], end: number): AttributeDeclaration {
  const [type, ...rest] = values.map(value => value.name);
  const references = rest.filter(value => value.quoted);
  const flags = rest.filter(value => !value.quoted && value.text !== "references");
  return {
    kind: "AttributeDeclaration",
    name,
    type: type ?? { text: "", span: emptyAt(end) },
    flags,
    references,
    span: { start: name.span.start, end },
  };
}
