import { nameOf } from "../../language/expression/tree.ts";
import { changeTo } from "../fixes.ts";
import { missingFunction } from "../missingFunction.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra refuses to save an expression that calls a function it does not have. */
export const unknownFunction: Rule = {
  code: "unknown-function",
  severity: "error",
  source: `${functionsPage}#list-of-functions`,
  check: report => ({
    Call(call) {
      const missing = missingFunction(call.name);
      if (missing?.kind !== "unknown") return;
      const { span } = nameOf(call);
      report(span, missing.message, ...(missing.instead ? [changeTo(span, missing.instead)] : []));
    },
  }),
};
