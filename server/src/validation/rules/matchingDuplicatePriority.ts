import * as l10n from "@vscode/l10n";
import type { AttributeMapping } from "../../model/configuration.ts";
import { changeTo } from "../fixes.ts";
import { hasPrecedence, matchingAttributes, precedenceSpan } from "../matching.ts";
import { attributeMappingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Matching attributes are asked for one after another, in the order of their precedences. */
export const matchingDuplicatePriority: Rule = {
  code: "matching-duplicate-priority",
  severity: "warning",
  source: `${attributeMappingPage}#properties`,
  check: report => ({
    ObjectMapping(mapping) {
      const seen = new Map<number, AttributeMapping>();
      let last = Math.max(0, ...matchingAttributes(mapping).map(({ matchingPrecedence = 0 }) => matchingPrecedence));
      for (const matching of matchingAttributes(mapping).filter(hasPrecedence)) {
        const { matchingPrecedence = 0, writtenPrecedence, target } = matching;
        const other = seen.get(matchingPrecedence);
        seen.set(matchingPrecedence, other ?? matching);
        if (other === undefined) continue;
        last += 1;
        const message = l10n.t`'${other.target.text}' has the matching precedence ${matchingPrecedence} too, so nothing says which is asked for first: give '${target.text}' another.`;
        const fixes = writtenPrecedence === undefined ? [] : [changeTo(writtenPrecedence.span, String(last))];
        const first = { span: precedenceSpan(other), message: l10n.t`The precedence of '${other.target.text}'.` };
        report(precedenceSpan(matching), message, ...fixes, first);
      }
    },
  }),
};
