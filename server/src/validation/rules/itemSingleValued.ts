import * as l10n from "@vscode/l10n";
import { printExpression } from "../../language/expression/print.ts";
import type { Call, Expression } from "../../language/expression/tree.ts";
import { argumentFor, callsOf, isWhole } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalNumber } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Fix, Rule } from "../rule.ts";
import { factOf } from "../sourceAttributes.ts";

const listFunctions: ReadonlySet<string> = new Set(["Item", "Count", "RemoveDuplicates"]);

/** Item, Count and RemoveDuplicates are for lists of values. */
export const itemSingleValued: Rule = {
  code: "item-single-valued",
  severity: "warning",
  source: `${functionsPage}#item`,
  check: report => ({
    calls: callsOf(listFunctions, (call, { mapping }, name) => {
      const list = argumentFor(call, "attribute");
      const fact = factOf(list, mapping);
      if (list === undefined || fact === undefined || fact.multivalued) return;
      report(list.span, l10n.t`'${fact.name}' holds one value: ${name} is for several.`, ...unwrap(call, name, list));
    }),
  }),
};

/** The attribute itself is the first item, and has no duplicates. */
function unwrap(call: Call, name: string, attribute: Expression): readonly Fix[] {
  const isItself = name === "RemoveDuplicates" || (name === "Item" && literalNumber(call.arguments[1]) === 1);
  return isItself && isWhole(call) ? [changeTo(call.span, printExpression(attribute))] : [];
}
