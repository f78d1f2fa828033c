import * as l10n from "@vscode/l10n";
import { findFunction } from "../../functions/index.ts";
import { nameOf } from "../../language/expression/tree.ts";
import { calledFunction } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra's expressions are case-sensitive. */
export const functionCase: Rule = {
  code: "function-case",
  severity: "error",
  source: `${functionsPage}#syntax-overview`,
  check: report => ({
    Call(call) {
      const definition = calledFunction(call);
      if (definition === undefined || findFunction(call.name) !== undefined) return;
      const message = l10n.t`Expressions are case-sensitive: write '${definition.name}' for '${call.name}'.`;
      const { span } = nameOf(call);
      report(span, message, changeTo(span, definition.name));
    },
  }),
};
