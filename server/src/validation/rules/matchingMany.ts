import * as l10n from "@vscode/l10n";
import { matchingAttributes, precedenceSpan } from "../matching.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A further matching attribute can find a stranger's account where the better ones find none. */
export const matchingMany: Rule = {
  code: "matching-many",
  severity: "information",
  source: `${mappingsPage}#understanding-attribute-mapping-properties`,
  check: report => ({
    ObjectMapping(mapping) {
      const third = matchingAttributes(mapping).toSorted((left, right) => order(left) - order(right))[2];
      if (third === undefined) return;
      const message = l10n.t`'${third.target.text}' is asked for where two other attributes found nobody: is it unique too, so that it cannot find somebody else? One or two matching attributes are usual.`;
      report(precedenceSpan(third), message);
    },
  }),
};

function order({ matchingPrecedence = 0 }: { readonly matchingPrecedence?: number }): number {
  return matchingPrecedence;
}
