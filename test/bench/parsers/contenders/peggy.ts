import { peerModule } from "../../peers.ts";
import { countKinds } from "../summary.ts";
import type { ParserContender } from "../worker.ts";

/** The language of the corpus. */
const grammar = String.raw`
{
  const node = (kind, children, text = "") => {
    const { start, end } = range();
    return { kind, text, start, end, children };
  };
}
File = _ blocks:Block* { return blocks; }
Block = "mapping" __ name:Quoted "{" _ members:Member* "}" _ { return node("mapping", [name, ...members]); }
Member = Filter / Property / Statement
Filter = "filter" __ name:Quoted "{" _ clauses:Clause* "}" _ { return node("filter", [name, ...clauses]); }
Clause = attribute:Name operator:Name operand:(Quoted / Truth)? {
  return node("clause", operand ? [attribute, operator, operand] : [attribute, operator]);
}
Property = name:Name ":" _ first:Value rest:("," _ @Value)* { return node("property", [name, first, ...rest]); }
Value = Quoted / Name
Statement = target:Name "<-" _ source:Expression modifiers:Modifier* { return node("statement", [target, source, ...modifiers]); }
Modifier = ("match" / "default" / "on") __ argument:(Quoted / Number / Name) { return node("modifier", [argument]); }
Expression = left:Operand rest:(Operator Operand)* { return rest.length ? node("operation", [left, ...rest.flat()]) : left; }
Operand = String / Attribute / Number / Call
Call = name:Word "(" _ first:Argument rest:("," _ @Argument)* ")" _ { return node("call", [first, ...rest]); }
Argument = Expression / "" { return node("omitted", []); }
Operator = text:$("<>" / "<=" / ">=" / [=<>]) _ { return node("operator", [], text); }
String = text:Text { return node("string", [], text); }
Quoted = text:Text { return node("name", [], text); }
Text = "\"" text:$([^"\\] / "\\" .)* "\"" _ { return text.replace(/\\(["\\])/g, "$1"); }
Truth = text:$("TRUE" / "FALSE") _ { return node("name", [], text); }
Attribute = "[" text:$[^\]]* "]" _ { return node("attribute", [], text); }
Number = text:$[0-9]+ _ { return node("number", [], text); }
Word = text:$([A-Za-z_] [A-Za-z0-9_]*) _ { return node("name", [], text); }
Name = text:$([A-Za-z_] [A-Za-z0-9_.-]* ("[" [^\]]* "]" [A-Za-z.]*)?) _ { return node("name", [], text); }
_ = ([ \t\r\n]+ / Comment)*
__ = ([ \t\r\n]+ / Comment)+
Comment = "//" [^\r\n]* / "/*" ([^*] / "*" !"/")* "*/"?
`;

interface Peggy {
  readonly generate: (grammar: string) => { readonly parse: (text: string) => readonly never[] };
}

const parser = peerModule<Peggy>("peggy").generate(grammar);

/** peggy, which stops at the first mistake, with the trees of the parser written by hand. */
export const contender: ParserContender = {
  parse: text => parser.parse(text),
  summarise: text => countKinds(parser.parse(text)),
  recovers: false,
};
