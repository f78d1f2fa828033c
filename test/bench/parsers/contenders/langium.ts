import { peerModule } from "../../peers.ts";
import { countKinds } from "../summary.ts";
import type { ParserContender } from "../worker.ts";

/** The language of the corpus. */
const grammar = String.raw`
grammar Provmap
entry File: blocks+=Block*;
Block: 'mapping' name=STRING '{' members+=Member* '}';
Member: Filter | Property | Statement;
Filter: 'filter' name=STRING '{' clauses+=Clause* '}';
Clause: attribute=Name operator=Name (operand=STRING | value=('TRUE' | 'FALSE'))?;
Property: name=Name ':' values+=Value (',' values+=Value)*;
Value: string=STRING | name=Name;
Statement: target=Name '<-' source=Expression modifiers+=Modifier*;
Modifier: word=('match' | 'default' | 'on') (string=STRING | number=NUMBER | name=Name);
Expression: left=Operand (operator+=OPERATOR right+=Operand)*;
Operand: String | Attribute | Number | Call;
String: value=STRING;
Attribute: name=ATTRIBUTE;
Number: value=NUMBER;
Call: name=ID '(' arguments+=Argument (',' arguments+=Argument)* ')';
Argument: {infer Argument} expression=Expression?;
Name returns string: ID | PATH;
hidden terminal WS: /\s+/;
hidden terminal LINE_COMMENT: /\/\/[^\n\r]*/;
hidden terminal COMMENT: /\/\*[\s\S]*?\*\//;
terminal STRING: /"([^"\\]|\\[\s\S])*"/;
terminal ATTRIBUTE: /\[[^\]]*\]/;
terminal PATH: /[A-Za-z_][A-Za-z0-9_.-]*\[[^\]]*\][A-Za-z.]*/;
terminal ID: /[A-Za-z_][A-Za-z0-9_]*/;
terminal NUMBER: /[0-9]+/;
terminal OPERATOR: /<>|<=|>=|[=<>]/;
`;

interface Langium {
  readonly createServicesForGrammar: (config: { readonly grammar: string }) => Promise<{
    readonly parser: {
      readonly LangiumParser: {
        readonly parse: (text: string) => {
          readonly value: AstNode;
          readonly lexerErrors: readonly unknown[];
          readonly parserErrors: readonly unknown[];
        };
      };
    };
  }>;
}

interface AstNode {
  readonly $type: string;
}

const { createServicesForGrammar } = peerModule<Langium>("langium", "lib/grammar/index.js");
const { parser } = await createServicesForGrammar({ grammar });

/** The kinds of the nodes in the words of the bench. */
const kinds: Readonly<Record<string, string>> = {
  Block: "mapping",
  Property: "property",
  Filter: "filter",
  Clause: "clause",
  Statement: "statement",
  Modifier: "modifier",
  Call: "call",
  Attribute: "attribute",
  String: "string",
};

interface Counted {
  readonly kind: string;
  readonly children: readonly Counted[];
}

function counted(node: AstNode): Counted {
  const members = Object.entries(node).filter(([name]) => !name.startsWith("$"));
  return {
    kind: kinds[node.$type] ?? "",
    children: members
      .flatMap(([, value]) => value)
      .filter(isNode)
      .map(counted),
  };
}

function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "$type" in value;
}

/** langium, with its concrete and its abstract tree. */
export const contender: ParserContender = {
  parse: text => parser.LangiumParser.parse(text),
  summarise(text) {
    const { value, lexerErrors, parserErrors } = parser.LangiumParser.parse(text);
    if (lexerErrors.length + parserErrors.length > 0) throw new Error(String(parserErrors[0] ?? lexerErrors[0]));
    return countKinds([counted(value)]);
  },
  recovers: true,
};
