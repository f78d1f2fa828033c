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
  summary: 'A Switch over an attribute that may be absent has the key "" or a default value.',
  bad: 'title <- Switch([employeeType], , "E", "Employee", "C", "Contractor") on create',
  good: 'title <- Switch([employeeType], , "E", "Employee", "", "Guest") on create',
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
