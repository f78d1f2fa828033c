import * as l10n from "@vscode/l10n";
import type { Span } from "../../language/text.ts";
import { literalText } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The first equal key wins, so the second pair can never be used. */
export const switchDuplicateKey: Rule = {
  code: "switch-duplicate-key",
  severity: "warning",
  source: `${functionsPage}#switch`,
  tag: "unnecessary",
  check: report => ({
    calls: {
      Switch(call) {
        const seen = new Map<string, Span>();
        for (const key of call.arguments.filter((_, index) => index >= 2 && index % 2 === 0)) {
          const text = literalText(key);
          if (text === undefined) continue;
          const first = seen.get(text);
          if (first === undefined) seen.set(text, key.span);
          else {
            const message = l10n.t`Switch has the key "${text}" before: this pair is never used. Remove it.`;
            report(key.span, message, { span: first, message: l10n.t`The key "${text}" that is used.` });
          }
        }
      },
    },
  }),
};
