import type { Expression } from "../../language/expression/tree.ts";
import { calls } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The first equal key wins, so the second pair can never be used. */
export const switchDuplicateKey: Rule = {
  code: "switch-duplicate-key",
  severity: "warning",
  source: `${functionsPage}#switch`,
  summary: "Switch has no key twice.",
  bad: 'title <- Switch([state], "Other", "NSW", "Sydney", "NSW", "Newcastle")',
  good: 'title <- Switch([state], "Other", "NSW", "Sydney", "QLD", "Brisbane")',
  check: report => ({
    Call(call) {
      if (!calls(call, "Switch")) return;
      const seen = new Set<string>();
      for (const key of call.arguments.filter((_, index) => index >= 2 && index % 2 === 0)) {
        const text = literal(key);
        if (text === undefined) continue;
        if (seen.has(text))
          report(key.span, `Switch has the key "${text}" before: this pair is never used. Remove it.`);
        seen.add(text);
      }
    },
  }),
};

function literal(key: Expression): string | undefined {
  if (key.kind === "StringLiteral") return key.value;
  return key.kind === "NumberLiteral" ? key.text : undefined;
}
