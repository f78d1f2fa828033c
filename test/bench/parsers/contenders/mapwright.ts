import { parseProvmap } from "../../../../server/src/language/provmap/parse.ts";
import { children, type Node } from "../../../../server/src/language/provmap/path.ts";
import { countKinds } from "../summary.ts";
import type { ParserContender } from "../worker.ts";

/** The kinds of the nodes in the words of the bench. */
const kinds: Readonly<Record<string, string>> = {
  MappingBlock: "mapping",
  Property: "property",
  FilterBlock: "filter",
  ClauseStatement: "clause",
  AttributeMappingStatement: "statement",
  MatchModifier: "modifier",
  DefaultModifier: "modifier",
  FlagModifier: "modifier",
  Call: "call",
  AttributeReference: "attribute",
  StringLiteral: "string",
};

interface Counted {
  readonly kind: string;
  readonly children: readonly Counted[];
}

function counted(node: Node): Counted {
  return { kind: kinds[node.kind] ?? "", children: children(node).map(counted) };
}

/** Mapwright's own parser, which also tells what is wrong. */
export const contender: ParserContender = {
  parse: parseProvmap,
  summarise(text) {
    const { file, problems } = parseProvmap(text);
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(" "));
    return countKinds([counted(file)]);
  },
  recovers: true,
};
