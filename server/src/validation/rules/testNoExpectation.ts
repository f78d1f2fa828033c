import * as l10n from "@vscode/l10n";
import { onDemandPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A test that expects nothing shows nothing. */
export const testNoExpectation: Rule = {
  code: "test-no-expectation",
  severity: "error",
  source: onDemandPage,
  check: report => ({
    MappingTest({ name, expectations }) {
      if (expectations.length > 0) return;
      report(name.span, l10n.t("The test expects nothing: add what is to happen, such as expect create { … }."));
    },
  }),
};
