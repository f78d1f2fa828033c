import { nameOf } from "../../language/expression/tree.ts";
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
    Call(call) {
      const missing = missingFunction(call.name);
      if (missing?.kind !== "connectOnly") return;
      const { span } = nameOf(call);
      report(span, missing.message, ...(missing.instead ? [changeTo(span, missing.instead)] : []));
    },
  }),
};
