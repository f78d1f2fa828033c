import * as l10n from "@vscode/l10n";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { factOf } from "../sourceAttributes.ts";

/** A reference is no text that a key could equal. */
export const switchReference: Rule = {
  code: "switch-reference",
  severity: "error",
  source: `${functionsPage}#switch`,
  check: report => ({
    calls: {
      Switch(call, { mapping }) {
        const [source] = call.arguments;
        const fact = factOf(source, mapping);
        if (source === undefined || fact?.type !== "Reference") return;
        report(
          source.span,
          l10n.t`'${fact.name}' is a reference, which Switch cannot compare: map it directly, or use another attribute.`,
        );
      },
    },
  }),
};
