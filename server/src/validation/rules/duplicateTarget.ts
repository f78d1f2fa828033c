import { remove } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Two mappings of one target attribute would overwrite each other. */
export const duplicateTarget: Rule = {
  code: "duplicate-target",
  severity: "error",
  source: `${mappingsPage}#understanding-attribute-mapping-properties`,
  summary: "A target attribute is mapped once.",
  bad: "title <- [jobTitle] title <- [department]",
  good: "title <- [jobTitle] nickName <- [givenName]",
  check: report => ({
    ObjectMapping({ attributeMappings }) {
      const seen = new Set<string>();
      for (const { target, span } of attributeMappings) {
        if (seen.has(target.text)) {
          const message = `'${target.text}' is mapped before: keep one of the two mappings.`;
          report(target.span, message, remove(span, `Remove this mapping of '${target.text}'`));
        }
        seen.add(target.text);
      }
    },
  }),
};
