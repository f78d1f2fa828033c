import * as l10n from "@vscode/l10n";
import type { ObjectMapping } from "../../model/configuration.ts";
import { attributesIn, expressionOf } from "../attributesIn.ts";
import { changeTo, insertAt } from "../fixes.ts";
import { howItWorksPage } from "../pages.ts";
import type { Fix, Rule } from "../rule.ts";

const disabling = "Not([IsSoftDeleted])";

/**
 * A user who leaves is disabled by the mapping of IsSoftDeleted, so without one the account stays active. That is told
 * where a whole application is configured and nothing says that its accounts are to be left alone.
 */
export const issoftdeletedMissing: Rule = {
  code: "issoftdeleted-missing",
  severity: "warning",
  source: `${howItWorksPage}#deprovisioning`,
  check: (report, { application }) => ({
    ObjectMapping(mapping) {
      if (application === undefined || application.skipOutOfScopeDeletions) return;
      if (!mapping.enabled || !mapping.actions.update || !canDisable(mapping)) return;
      const sources = mapping.attributeMappings.map(expressionOf);
      if (sources.some(expression => attributesIn(expression).has("IsSoftDeleted"))) return;
      const message = l10n.t`Nobody is disabled who is unassigned, out of scope, deleted or blocked: map active <- ${disabling}. Where accounts are to be left alone, say skipOutOfScopeDeletions: true.`;
      report(mapping.name.span, message, ...disable(mapping));
    },
  }),
};

function canDisable({ sourceAttributes, targetAttributes }: ObjectMapping): boolean {
  return sourceAttributes.byName.has("IsSoftDeleted") && targetAttributes.byName.has("active");
}

/** The mapping of `active` as it should be, in the place of the one that is there, or behind the last. */
function disable({ attributeMappings }: ObjectMapping): readonly Fix[] {
  const active = attributeMappings.find(({ target }) => target.text === "active");
  const expression = active && expressionOf(active);
  const last = attributeMappings.at(-1);
  if (expression !== undefined) return [changeTo(expression.span, disabling)];
  if (active !== undefined || last === undefined) return [];
  return [insertAt(last.span.end, `\n  active <- ${disabling}`, l10n.t`Map active <- ${disabling}`)];
}
