import * as l10n from "@vscode/l10n";
import { remove } from "../fixes.ts";
import { filterPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A filter that asks nothing lets everybody pass, and with it the other filters ask for nothing either. */
export const scopeEmptyGroup: Rule = {
  code: "scope-empty-group",
  severity: "warning",
  source: `${filterPage}#properties`,
  check: report => ({
    ScopingFilter({ name, clauses, span }) {
      if (clauses.length > 0) return;
      const message = l10n.t`'${name.text}' has no clause, so everybody passes it, whatever the other filters ask for: write one, or remove the filter.`;
      report(name.span, message, remove(span, l10n.t("Remove the filter")));
    },
  }),
};
