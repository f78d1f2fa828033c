import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { changeTo, wrap } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import { switchAsIif, switchParts } from "../rewrites.ts";
import type { Fix, Rule, Scope } from "../rule.ts";
import { mayClearInIncrementalCycle } from "../switches.ts";

/**
 * The reference of expressions says to write IIF for Switch because of incremental cycles, and Switch for IIF because of
 * absent values. What it says of absent values wins: a Switch with the key "" is not reported, here or elsewhere.
 */
export const switchIncrementalNull: Rule = {
  code: "switch-incremental-null",
  severity: "warning",
  source: `${functionsPage}#switch`,
  check: report => ({
    calls: {
      Switch(call, scope) {
        const parts = switchParts(call);
        if (parts === undefined || !mayClearInIncrementalCycle(parts, scope)) return;
        const rewritten = switchAsIif(call);
        const rewrite =
          rewritten === undefined ? [] : [changeTo(call.span, rewritten, l10n.t("Rewrite as nested IIF"))];
        report(
          nameOf(call).span,
          l10n.t(
            'When another attribute changes, an incremental cycle can evaluate this Switch to null and clear the value in the target. Write nested IIF; only where an absent value has a result of its own, Switch with the key "" is the form to keep.',
          ),
          ...rewrite,
          ...ignoreFlow(scope, call),
        );
      },
    },
  }),
};

/** Where the mapping has a default value, ignoring the flow would keep it from ever being used. */
function ignoreFlow(
  { attributeMapping, ancestors: [root] }: Scope,
  call: { readonly span: Fix["edits"][0]["span"] },
): Fix[] {
  if (attributeMapping.defaultValue !== undefined) return [];
  return [wrap((root ?? call).span, "IgnoreFlowIfNullOrEmpty(", ")", l10n.t("Ignore the flow of an empty value"))];
}
