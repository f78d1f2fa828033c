import * as l10n from "@vscode/l10n";
import type { Suppression } from "../../model/configuration.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { settingsPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

const names = ["mapwright-disable-next-line", "mapwright-disable"];

/** A comment that was meant to turn a rule off and does not. `codes` are those of all other rules. */
export function unknownSuppression(codes: readonly string[]): Rule {
  return {
    code: "unknown-suppression",
    severity: "warning",
    source: settingsPage,
    tag: "unnecessary",
    check: report => ({
      Suppression(suppression) {
        if (reportUseless(report, suppression)) return;
        for (const { text, span } of suppression.codes) {
          if (codes.includes(text)) continue;
          const meant = didYouMean(text, codes);
          const fixes = meant === undefined ? [] : [changeTo(span, meant)];
          report(span, l10n.t`There is no rule '${text}' to suppress.` + offer(meant), ...fixes);
        }
      },
    }),
  };
}

function reportUseless(report: Report, { name, codes, scope }: Suppression): boolean {
  if (!names.includes(name.text)) {
    const meant = didYouMean(name.text, names);
    const fixes = meant === undefined ? [] : [changeTo(name.span, meant)];
    const known = names.join(` ${l10n.t("or")} `);
    report(name.span, l10n.t`'${name.text}' suppresses nothing: write ${known}.`, ...fixes);
  } else if (codes.length === 0) {
    report(name.span, l10n.t`Name the rules to suppress, with commas between them: ${name.text} code, code.`);
  } else if (scope === undefined) {
    report(name.span, misplaced(name.text));
  } else return false;
  return true;
}

function misplaced(name: string): string {
  return name === "mapwright-disable"
    ? l10n.t(
        "'mapwright-disable' speaks of the whole file and stands above its first block: move it, or write mapwright-disable-next-line.",
      )
    : l10n.t`'${name}' has nothing behind it that it could speak of: remove it.`;
}
