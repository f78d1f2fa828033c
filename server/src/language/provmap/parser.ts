import type { ParserMethod } from "chevrotain";
import * as literals from "../expression/literals.ts";
import { Name } from "../expression/tokens.ts";
import type { Word } from "../text.ts";
import * as nodes from "./nodes.ts";
import { TestParser } from "./testParser.ts";
import { Arrow, CloseBrace, Colon, FileAttribute, provmapTokens } from "./tokens.ts";
import type {
  ApplicationBlock,
  AttributeDeclaration,
  AttributesBlock,
  Block,
  ClauseStatement,
  FilterBlock,
  MappingBlock,
  MappingMember,
  Name as NameNode,
  Property,
} from "./tree.ts";

/** The grammar of a `.provmap` file. Like that of expressions it accepts any sequence of tokens and tells the mistakes itself. */
export class ProvmapParser extends TestParser {
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
      const written: Word = side === undefined ? nodes.missingName(shape.keyword.span.end) : literals.word(side);
      return { kind: "AttributesBlock", side: written, object, declarations, ...shape } as const;
    });
  });

  private readonly declaration: ParserMethod<[], AttributeDeclaration> = this.RULE("declaration", () => {
    const { name, values } = this.SUBRULE(this.property);
    return this.ACTION(() => declarationNode(name, values, this.endOfLast()));
  });
}

function declarationNode(name: NameNode, values: Property["values"], end: number): AttributeDeclaration {
  const [type, ...rest] = values.map(value => value.name);
  const references = rest.filter(value => value.quoted);
  const flags = rest.filter(value => !value.quoted && value.text !== "references");
  return {
    kind: "AttributeDeclaration",
    name,
    type: type ?? nodes.missingName(end),
    flags,
    references,
    span: { start: name.span.start, end },
  };
}
