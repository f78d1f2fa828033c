import * as l10n from "@vscode/l10n";
import type { Span } from "../../language/text.ts";
import { remove } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Two mappings of one target attribute would overwrite each other. */
export const duplicateTarget: Rule = {
  code: "duplicate-target",
  severity: "error",
  source: `${mappingsPage}#understanding-attribute-mapping-properties`,
  check: report => ({
    ObjectMapping({ attributeMappings }) {
      const seen = new Map<string, Span>();
      for (const { target, span } of attributeMappings) {
        const first = seen.get(target.text);
        if (first === undefined) seen.set(target.text, target.span);
        else {
          const message = l10n.t`'${target.text}' is mapped before: keep one of the two mappings.`;
          const fix = remove(span, l10n.t`Remove this mapping of '${target.text}'`);
          report(target.span, message, fix, { span: first, message: l10n.t`The first mapping of '${target.text}'.` });
        }
      }
    },
  }),
};
