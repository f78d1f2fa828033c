import { findFunctionIgnoringCase, functions } from "../../functions/index.ts";
import { findConnectFunction } from "../connectFunctions.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra refuses to save an expression that calls a function it does not have. */
export const unknownFunction: Rule = {
  code: "unknown-function",
  severity: "error",
  source: `${functionsPage}#list-of-functions`,
  summary: "Every called function is one of application provisioning's.",
  bad: 'title <- Swich([state], "Other", "NSW", "Sydney")',
  good: 'title <- Switch([state], "Other", "NSW", "Sydney")',
  check: report => ({
    Call({ name }) {
      if (findFunctionIgnoringCase(name.text) !== undefined) return;
      const connect = findConnectFunction(name.text);
      const meant = connect?.renamed ?? didYouMean(name.text, functionNames);
      const fixes = meant === undefined || (connect && !connect.renamed) ? [] : [changeTo(name.span, meant)];
      const message = connect
        ? `'${connect.name}' is a function of Entra Connect, not of application provisioning; ${connect.substitute}.`
        : `Unknown function '${name.text}'.${offer(meant)}`;
      report(name.span, message, ...fixes);
    },
  }),
};

const functionNames = functions.map(({ name }) => name);
