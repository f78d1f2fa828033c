import * as l10n from "@vscode/l10n";
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
  check: report => ({
    Call({ name }) {
      if (findFunctionIgnoringCase(name.text) !== undefined || findConnectFunction(name.text) !== undefined) return;
      const meant = didYouMean(name.text, functionNames);
      const fixes = meant === undefined ? [] : [changeTo(name.span, meant)];
      report(name.span, l10n.t`Unknown function '${name.text}'.` + offer(meant), ...fixes);
    },
  }),
};

const functionNames = functions.map(({ name }) => name);
