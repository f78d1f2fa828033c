import { peerModule } from "../../peers.ts";
import { type Contender, rowsOf } from "../contender.ts";
import { type Mapping, named, row } from "../mappings.ts";
import { naive, pattern } from "../naive.ts";
import type { User } from "../users.ts";

interface JsonLogic {
  readonly LogicEngine: new () => {
    readonly addMethod: (name: string, method: object) => void;
    readonly build: (rule: unknown) => (input: unknown) => unknown;
  };
}

const { LogicEngine } = peerModule<JsonLogic>("json-logic-engine");
const engine = new LogicEngine();

/** Registers a function in the form that the engine makes code of. */
function register(name: string, call: (...values: never[]) => unknown): void {
  const method = call as (...values: unknown[]) => unknown;
  engine.addMethod(name, {
    method: (values: readonly unknown[]) => method(...values),
    deterministic: true,
    sync: true,
  });
}
register("toLower", naive.toLower);
register("normalizeDiacritics", naive.normalizeDiacritics);
register("joinTwo", naive.join);
register("choose", naive.choose);
register("endsWith", (text: string, end: string) => text.endsWith(end));
register("replaceGroup", (text: string, source: string, group: string, replacement: string) =>
  naive.replaceGroup(text, pattern(source), group, replacement),
);

function ruleOf(mapping: Mapping): unknown {
  switch (mapping.kind) {
    case "attribute":
      return { var: mapping.attribute };
    case "switch":
      return { choose: [{ toLower: [{ var: mapping.attribute }] }, mapping.otherwise, ...mapping.cases.flat()] };
    case "join":
      return {
        joinTwo: [mapping.separator, ...mapping.attributes.map(name => ({ normalizeDiacritics: [{ var: name }] }))],
      };
    case "replace":
      return { replaceGroup: [{ var: mapping.attribute }, mapping.pattern, mapping.group, mapping.replacement] };
    case "iif":
      return {
        if: [
          { "===": [{ var: mapping.attribute }, mapping.equals] },
          { var: mapping.chosen },
          { var: mapping.otherwise },
        ],
      };
  }
}

const prepare = (mapping: Mapping) => engine.build(ruleOf(mapping));
const { row: rowOf, block } = rowsOf(row.map(prepare));

/** json-logic-engine's generated code, with the string functions of the bench registered in it. */
export const contender: Contender<User> = {
  subject: user => user,
  run: {
    switch: prepare(named.switch),
    join: prepare(named.join),
    replace: prepare(named.replace),
    filter: engine.build({
      and: [
        { var: "accountEnabled" },
        { "!==": [{ var: "department" }, "Facilities"] },
        { "===": [{ var: "country" }, "US"] },
        { endsWith: [{ var: "mail" }, "@contoso.com"] },
      ],
    }),
    row: rowOf,
  },
  blocks: { row: block },
};
