import { remove } from "../fixes.ts";
import { settingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Of a property that is written twice, only the first counts. */
export const duplicateProperty: Rule = {
  code: "duplicate-property",
  severity: "error",
  source: `${settingsPage}#configuring-automatic-user-account-provisioning`,
  summary: "A block has each property once.",
  bad: "scope: all scope: assigned",
  good: "scope: all provisioning: automatic",
  check: report => ({
    PropertyBlock({ properties }) {
      const seen = new Set<string>();
      for (const { name, span } of properties) {
        if (seen.has(name.text)) {
          const message = `'${name.text}' is written before in this block, and only the first counts: keep one.`;
          report(name.span, message, remove(span, `Remove this '${name.text}'`));
        }
        seen.add(name.text);
      }
    },
  }),
};
