import * as l10n from "@vscode/l10n";
import { isDirectoryExtension } from "../directoryExtensions.ts";
import { scopingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A clause looks at one value. */
export const scopeMultivalued: Rule = {
  code: "scope-multivalued",
  severity: "error",
  source: `${scopingPage}#create-a-scoping-filter`,
  check: report => ({
    Clause({ attribute: { text, span } }, { sourceAttributes }) {
      const fact = sourceAttributes.byName.get(text);
      if (fact === undefined || !fact.multivalued || isDirectoryExtension(text)) return;
      if (fact.type === "Reference" || fact.type === "DateTime") return;
      report(
        span,
        l10n.t`Entra cannot filter by '${text}', which holds several values: filter by an attribute of one value.`,
      );
    },
  }),
};
