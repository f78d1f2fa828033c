import fc from "fast-check";
import { maximumArguments, minimumArguments } from "../../../server/src/functions/arity.ts";
import type { FunctionDefinition } from "../../../server/src/functions/definition.ts";
import { functions } from "../../../server/src/functions/index.ts";
import type { Value } from "../../../server/src/functions/values.ts";

const words = fc.constantFrom("a", "Ada Lovelace", "", " ", "2", "-1", "True", "(?<n>a)", "n", ",", "2026-03-02");
const leaf = fc.oneof(
  words.map(word => JSON.stringify(word)),
  fc.constantFrom("[one]", "[many]", "[flag]", "[number]", "[nothing]", "[none]"),
  fc.constantFrom("IgnoreAttributeFlow", "IgnoreObjectFlow"),
  fc.constantFrom("0", "1", "-3", "&HF", "99999999999", "vbTextCompare", "%DomainFQDN%", "%No%", "", "NULL"),
);
function callOf(definition: FunctionDefinition, argument: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const minLength = minimumArguments(definition);
  const maxLength = Math.min(maximumArguments(definition), Math.max(minLength + 2, definition.parameters.length));
  return fc.array(argument, { minLength, maxLength }).map(parts => `${definition.name}(${parts.join(", ")})`);
}

/** Texts of expressions of all functions, right and wrong, over the attributes below. */
export const { expression: expressions } = fc.letrec<{ expression: string; call: string; condition: string }>(tie => ({
  expression: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, tie("call"), tie("condition")),
  call: fc.oneof(
    {
      weight: 1,
      arbitrary: fc.array(tie("expression"), { maxLength: 3 }).map(parts => `Nothing(${parts.join(", ")})`),
    },
    { weight: 9, arbitrary: fc.constantFrom(...functions).chain(definition => callOf(definition, tie("expression"))) },
  ),
  condition: fc
    .tuple(tie("expression"), fc.constantFrom("=", "<>", "<", ">=", "&", "+"), tie("expression"))
    .map(parts => parts.join(" ")),
}));

/** One object with an attribute of each kind. */
export const attributes: ReadonlyMap<string, Value> = new Map<string, Value>(
  Object.entries({ one: "Zoë", many: ["a", "b", "a"], flag: true, number: 132772253564048004n, nothing: "", none: [] }),
);
