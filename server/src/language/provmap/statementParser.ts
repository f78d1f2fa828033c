import type { IToken, ParserMethod } from "chevrotain";
import * as literals from "../expression/literals.ts";
import {
  CloseParenthesis,
  Comma,
  Name,
  NumberText,
  OpenParenthesis,
  Operator,
  SmartString,
  StringText,
  UnclosedString,
} from "../expression/tokens.ts";
import type { Expression } from "../expression/tree.ts";
import type { Span, Word } from "../text.ts";
import { FileParser, modifierWords } from "./fileParser.ts";
import * as nodes from "./nodes.ts";
import { Arrow, Colon } from "./tokens.ts";
import type {
  AttributeMappingStatement,
  ClauseStatement,
  MappingSourceNode,
  Modifier,
  Name as NameNode,
  Property,
  PropertyValue,
} from "./tree.ts";

const operatorStart = /^(?:not|equals|is|regex|greater_than|greater_than_or_equals|includes|ends_with|&|!&)$/i;

/** The statements inside blocks: properties, clauses and attribute mappings, with expressions inside. */
export class StatementParser extends FileParser {
  private isOperatorStart(ahead: number): boolean {
    return (this.isAt(Name, ahead) || this.isAt(Operator, ahead)) && operatorStart.test(this.LA(ahead).image);
  }

  protected readonly property: ParserMethod<[], Property> = this.RULE("property", () => {
    const name = this.SUBRULE(this.name);
    this.CONSUME(Colon);
    const values: PropertyValue[] = [];
    this.OPTION({
      GATE: () => this.isPropertyValue(),
      DEF: () => {
        values.push(this.SUBRULE(this.propertyValue));
        this.MANY({
          GATE: () => this.isAt(Comma) || this.isSecret() || (this.isAt(StringText) && !this.isStatementStart()),
          DEF: () => {
            this.OPTION1(() => this.CONSUME(Comma));
            this.OPTION2({
              GATE: () => this.isPropertyValue(),
              DEF: () => values.push(this.SUBRULE1(this.propertyValue)),
            });
          },
        });
      },
    });
    return this.ACTION(() => {
      if (values.length === 0) this.reportMissing(`Write a value for '${name.text}'.`);
      return { kind: "Property", name, values, span: { start: name.span.start, end: this.endOfLast() } } as const;
    });
  });

  private isPropertyValue(): boolean {
    if (this.isAt(NumberText)) return true;
    return this.isName() && !this.isStatementStart() && !this.isFilterStart() && !this.isBlockStart();
  }

  private isSecret(): boolean {
    return this.isWord("secret") && this.isAt(OpenParenthesis, 2);
  }

  private readonly propertyValue: ParserMethod<[], PropertyValue> = this.RULE("propertyValue", () =>
    this.OR({
      DEF: [
        { GATE: () => this.isSecret(), ALT: () => this.SUBRULE(this.secret) },
        { ALT: () => this.nameValue(this.SUBRULE(this.name)) },
        { ALT: () => this.nameValue(nodes.name(this.CONSUME(NumberText))) },
      ],
      IGNORE_AMBIGUITIES: true,
    }),
  );

  private nameValue(name: NameNode): PropertyValue {
    return { kind: "NameValue", name, span: name.span };
  }

  private readonly secret: ParserMethod<[], PropertyValue> = this.RULE("secret", () => {
    const word = this.CONSUME(Name);
    this.CONSUME(OpenParenthesis);
    const name = this.OPTION({ GATE: () => !this.isStatementStart(), DEF: () => this.SUBRULE(this.name) });
    const close = this.OPTION1(() => this.CONSUME(CloseParenthesis));
    return this.ACTION(() => {
      if (name === undefined) this.reportMissing('Write the name of the secret: secret("name").');
      else if (close === undefined) this.reportMissing("Close the parenthesis with ')'.");
      const end = this.endOfLast();
      return {
        kind: "SecretValue",
        name: name ?? nodes.missingName(end),
        span: { start: word.startOffset, end },
      } as const;
    });
  });

  protected readonly clause: ParserMethod<[], ClauseStatement> = this.RULE("clause", () => {
    const attribute = this.SUBRULE(this.name);
    const words: IToken[] = [];
    this.OPTION({
      GATE: () => this.isAt(Operator) || (this.isAt(Name) && (this.isOperatorStart(1) || !this.isOperatorStart(2))),
      DEF: () => this.SUBRULE(this.operatorWords, { ARGS: [words] }),
    });
    const value = this.OPTION1({ GATE: () => this.isClauseValue(words), DEF: () => this.SUBRULE(this.clauseValue) });
    return this.ACTION(() => this.clauseNode(attribute, words, value));
  });

  private readonly operatorWords: ParserMethod<[IToken[]], void> = this.RULE(
    "operatorWords",
    (words: IToken[] = []) => {
      this.OR([
        { ALT: () => words.push(this.CONSUME(Operator)) },
        {
          ALT: () => {
            words.push(this.CONSUME(Name));
            this.MANY({
              GATE: () => continuesOperator(words, this.LA(1).image),
              DEF: () => words.push(this.CONSUME1(Name)),
            });
          },
        },
      ]);
    },
  );

  private isClauseValue(words: readonly IToken[]): boolean {
    if (words.length === 0) return false;
    if (this.isAt(NumberText)) return true;
    if (!this.isName() || this.isOperatorStart(2)) return false;
    return !/^is$/i.test(words[0]?.image ?? "") || this.isAt(StringText);
  }

  private readonly clauseValue: ParserMethod<[], NameNode> = this.RULE("clauseValue", () =>
    this.OR([{ ALT: () => this.SUBRULE(this.name) }, { ALT: () => nodes.name(this.CONSUME(NumberText)) }]),
  );

  private clauseNode(attribute: NameNode, words: readonly IToken[], value: NameNode | undefined): ClauseStatement {
    const first = words[0];
    const last = words.at(-1);
    const end = this.endOfLast();
    if (first === undefined || last === undefined)
      this.reportMissing(`Write an operator and a value behind '${attribute.text}'.`);
    const operator: Word =
      first === undefined || last === undefined
        ? { text: "", span: { start: end, end } }
        : {
            text: words.map(word => word.image).join(" "),
            span: { start: first.startOffset, end: literals.spanOf(last).end },
          };
    const span: Span = { start: attribute.span.start, end };
    return { kind: "ClauseStatement", attribute, operator, ...(value === undefined ? {} : { value }), span };
  }

  protected readonly attributeMapping: ParserMethod<[], AttributeMappingStatement> = this.RULE(
    "attributeMapping",
    () => {
      const target = this.SUBRULE(this.name);
      const arrow = this.OPTION(() => this.CONSUME(Arrow));
      this.ACTION(() => {
        if (arrow === undefined) this.reportMissing(`Write '<-' between '${target.text}' and its source.`);
      });
      const source = this.OPTION1({
        GATE: () => this.isWord("none") || this.isAtOperand(),
        DEF: () => this.SUBRULE(this.source),
      });
      const modifiers: Modifier[] = [];
      this.MANY({ GATE: () => this.isModifierStart(), DEF: () => modifiers.push(this.SUBRULE(this.modifier)) });
      return this.ACTION(() => this.attributeMappingNode(target, arrow, source, modifiers));
    },
  );

  private attributeMappingNode(
    target: NameNode,
    arrow: IToken | undefined,
    source: MappingSourceNode | undefined,
    modifiers: readonly Modifier[],
  ): AttributeMappingStatement {
    const arrowSpan = arrow === undefined ? { start: target.span.end, end: target.span.end } : literals.spanOf(arrow);
    if (source === undefined) {
      this.report(
        `Write what flows into '${target.text}': an attribute, a string, a function call or none.`,
        arrowSpan,
      );
    }
    const missing: Expression = { kind: "Missing", span: { start: arrowSpan.end, end: arrowSpan.end } };
    const span = { start: target.span.start, end: this.endOfLast() };
    return { kind: "AttributeMappingStatement", target, arrow: arrowSpan, source: source ?? missing, modifiers, span };
  }

  private readonly source: ParserMethod<[], MappingSourceNode> = this.RULE("source", () =>
    this.OR({
      DEF: [
        {
          GATE: () => this.isWord("none") && !this.isAt(OpenParenthesis, 2),
          ALT: () => ({ kind: "NoSource", span: literals.spanOf(this.CONSUME(Name)) }) as const,
        },
        { ALT: () => this.SUBRULE(this.expression) },
      ],
      IGNORE_AMBIGUITIES: true,
    }),
  );

  private readonly modifier: ParserMethod<[], Modifier> = this.RULE("modifier", () => {
    const word = this.CONSUME(Name);
    const argument = this.OPTION({
      GATE: () => modifierWords[word.image]?.test(this.LA(1).image) === true,
      DEF: () => this.SUBRULE(this.modifierArgument),
    });
    return this.ACTION(() => this.modifierNode(word, argument));
  });

  private readonly modifierArgument: ParserMethod<[], IToken> = this.RULE("modifierArgument", () =>
    this.OR([
      { ALT: () => this.CONSUME(Name) },
      { ALT: () => this.CONSUME(NumberText) },
      { ALT: () => this.CONSUME(StringText) },
      { ALT: () => this.CONSUME(UnclosedString) },
      { ALT: () => this.CONSUME(SmartString) },
    ]),
  );

  private modifierNode(word: IToken, argument: IToken | undefined): Modifier {
    const span = { start: word.startOffset, end: this.endOfLast() };
    if (word.image === "match") {
      if (argument === undefined) this.reportMissing("Write a matching precedence behind 'match': match 1.");
      return {
        kind: "MatchModifier",
        ...(argument === undefined ? {} : { precedence: literals.word(argument) }),
        span,
      };
    }
    if (word.image === "default") {
      if (argument === undefined) this.reportMissing("Write a string behind 'default': default \"value\".");
      else if (!nodes.isWholeString(argument))
        this.report("Close the string with straight quotes: '\"'.", literals.spanOf(argument));
      return { kind: "DefaultModifier", ...(argument === undefined ? {} : { value: literals.string(argument) }), span };
    }
    const flag = ({ on: "on create", add: "add values", flow: "flow always" } as const)[
      word.image as "on" | "add" | "flow"
    ];
    if (argument === undefined) this.reportMissing(`Write '${flag}'.`);
    return { kind: "FlagModifier", flag, span };
  }
}

function continuesOperator(words: readonly IToken[], next: string): boolean {
  const written = words.map(word => word.image.toUpperCase()).join(" ");
  if (written === "NOT") return operatorStart.test(next);
  if (written === "IS") return /^(?:not|true|false|null)$/i.test(next);
  if (written === "IS NOT") return /^(?:null|true|false)$/i.test(next);
  return /^(?:NOT )?REGEX$/.test(written) && /^match$/i.test(next);
}
