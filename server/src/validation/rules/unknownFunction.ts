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
    Call({ name }) {
      const missing = missingFunction(name.text);
      if (missing?.kind !== "unknown") return;
      report(name.span, missing.message, ...(missing.instead ? [changeTo(name.span, missing.instead)] : []));
    },
  }),
};
