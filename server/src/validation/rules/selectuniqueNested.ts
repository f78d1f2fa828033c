import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { calledFunction } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** SelectUniqueValue asks the target for what would flow, so nothing may be done with it afterwards. */
export const selectuniqueNested: Rule = {
  code: "selectunique-nested",
  severity: "error",
  source: `${functionsPage}#selectuniquevalue`,
  check: report => ({
    Call(call, { ancestors }) {
      const definition = calledFunction(call);
      if (!definition?.outermost || ancestors.length === 0) return;
      report(
        nameOf(call).span,
        l10n.t`${definition.name} cannot stand inside another function: move what is around it into each of its arguments.`,
      );
    },
  }),
};
