import * as l10n from "@vscode/l10n";
import { functionsPage } from "../pages.ts";
import { switchParts } from "../rewrites.ts";
import type { Rule } from "../rule.ts";
import { factOf, mayBeAbsent } from "../sourceAttributes.ts";
import { hasEmptyKey, ignoresEmptyFlow, mayClearInIncrementalCycle } from "../switches.ts";

/** A Switch without a default value gives nothing to those who lack the attribute. */
export const switchNoEmptyKey: Rule = {
  code: "switch-no-empty-key",
  severity: "information",
  source: `${functionsPage}#switch`,
  check: report => ({
    calls: {
      Switch(call, scope) {
        const parts = switchParts(call);
        if (parts === undefined || parts.defaultValue.kind !== "Omitted" || hasEmptyKey(parts)) return;
        const { mapping, attributeMapping } = scope;
        if (!mayBeAbsent(parts.source, mapping) || attributeMapping.defaultValue !== undefined) return;
        if (factOf(parts.source, mapping)?.type === "Reference") return;
        if (ignoresEmptyFlow(scope) || mayClearInIncrementalCycle(parts, scope)) return;
        report(
          parts.source.span,
          l10n.t(
            'Where this is absent, the Switch has no value: add the key "" with a value of its own, or a default value.',
          ),
        );
      },
    },
  }),
};
