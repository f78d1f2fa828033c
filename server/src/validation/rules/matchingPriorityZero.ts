import * as l10n from "@vscode/l10n";
import { changeTo } from "../fixes.ts";
import { isPrecedence, matchingAttributes } from "../matching.ts";
import { attributeMappingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** In Microsoft Graph the matching priority 0 stands on the attributes that do not match. */
export const matchingPriorityZero: Rule = {
  code: "matching-priority-zero",
  severity: "error",
  source: `${attributeMappingPage}#properties`,
  check: report => ({
    ObjectMapping(mapping) {
      const taken = new Set(
        matchingAttributes(mapping).map(({ writtenPrecedence }) => Number(writtenPrecedence?.text)),
      );
      for (const { writtenPrecedence } of matchingAttributes(mapping)) {
        if (writtenPrecedence === undefined || writtenPrecedence.text === "") continue;
        if (isPrecedence(writtenPrecedence.text)) continue;
        const free = lowestFree(taken);
        taken.add(free);
        const message = l10n.t`A matching precedence is a whole number from 1, and '${writtenPrecedence.text}' is none.`;
        report(writtenPrecedence.span, message, changeTo(writtenPrecedence.span, String(free)));
      }
    },
  }),
};

function lowestFree(taken: ReadonlySet<number>): number {
  let free = 1;
  while (taken.has(free)) free++;
  return free;
}
