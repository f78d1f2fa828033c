import { changeTo } from "../fixes.ts";
import { missingFunction } from "../missingFunction.ts";
import { connectFunctionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra Connect's declarative provisioning has functions of its own, which Entra refuses to save here. */
export const connectOnlyFunction: Rule = {
  code: "connect-only-function",
  severity: "error",
  source: connectFunctionsPage,
  check: report => ({
    Call({ name }) {
      const missing = missingFunction(name.text);
      if (missing?.kind !== "connectOnly") return;
      report(name.span, missing.message, ...(missing.instead ? [changeTo(name.span, missing.instead)] : []));
    },
  }),
};
