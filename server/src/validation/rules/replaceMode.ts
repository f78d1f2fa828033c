import type { Call } from "../../language/expression/tree.ts";
import { argumentFor, calls, isWhole } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const optional = [
  "oldValue",
  "regexPattern",
  "regexGroupName",
  "replacementValue",
  "replacementAttributeName",
  "template",
] as const;

/** The combinations of arguments that the documentation explains; any other has no meaning. */
const modes: ReadonlySet<string> = new Set([
  "oldValue, replacementValue",
  "oldValue, template",
  "regexPattern, replacementValue",
  "regexPattern, regexGroupName, replacementValue",
  "regexPattern, regexGroupName, replacementAttributeName",
]);

/** What Replace does depends on which of its arguments are there. */
export const replaceMode: Rule = {
  code: "replace-mode",
  severity: "error",
  source: `${functionsPage}#replace`,
  summary: "The arguments of Replace form one of its five modes.",
  bad: 'title <- Replace([jobTitle], "Engineer", , "Developer", , , )',
  good: 'title <- Replace([jobTitle], "Engineer", , , "Developer", , )',
  check: report => ({
    Call(call) {
      if (!calls(call, "Replace") || !isWhole(call) || !hasRightCount(call)) return;
      const present = optional.filter(name => argumentFor(call, name) !== undefined).join(", ");
      if (modes.has(present)) return;
      const found = present === "" ? "none of its other arguments" : present;
      report(call.name.span, `Replace has ${found}. It needs one of: ${[...modes].join("; ")}.`);
    },
  }),
};

/** Another number of arguments is the matter of arg-count. */
function hasRightCount({ arguments: { length } }: Call): boolean {
  return length > 0 && length <= optional.length + 1;
}
