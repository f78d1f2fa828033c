import * as l10n from "@vscode/l10n";
import { findFunctionIgnoringCase } from "../../functions/index.ts";
import { findConnectFunction } from "../connectFunctions.ts";
import { changeTo } from "../fixes.ts";
import { connectFunctionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra Connect's declarative provisioning has functions of its own, which Entra refuses to save here. */
export const connectOnlyFunction: Rule = {
  code: "connect-only-function",
  severity: "error",
  source: connectFunctionsPage,
  check: report => ({
    Call({ name }) {
      const connect = findConnectFunction(name.text);
      if (connect === undefined || findFunctionIgnoringCase(name.text) !== undefined) return;
      const fixes = connect.renamed === undefined ? [] : [changeTo(name.span, connect.renamed)];
      const message = l10n.t`'${connect.name}' is a function of Entra Connect, not of application provisioning; ${l10n.t(connect.substitute)}.`;
      report(name.span, message, ...fixes);
    },
  }),
};
