import * as l10n from "@vscode/l10n";
import { readRegex } from "../../functions/dotnet/regex.ts";
import { bracedReferences } from "../../functions/dotnet/replacement.ts";
import { quote } from "../../language/expression/print.ts";
import { type Call, type StringLiteral, writtenString } from "../../language/expression/tree.ts";
import { argumentFor } from "../calls.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** A group that the pattern does not have gives nothing, and `${name}` of one stays in the text as it is written. */
export const regexGroupMissing: Rule = {
  code: "regex-group-missing",
  severity: "error",
  source: `${functionsPage}#replace`,
  check: report => ({
    calls: {
      Replace(call) {
        const groups = groupsOf(call);
        if (groups === undefined) return;
        const name = argumentFor(call, "regexGroupName");
        if (name?.kind === "StringLiteral" && !groups.includes(name.value)) {
          reportMissing(report, name, name.value, groups, meant => quote(meant));
        }
        const replacement = argumentFor(call, "replacementValue");
        if (replacement?.kind === "StringLiteral" && name === undefined) checkReplacement(report, replacement, groups);
      },
    },
  }),
};

/** The names of the pattern's groups; undefined where it is not written out or cannot be read. */
function groupsOf(call: Call): readonly string[] | undefined {
  const pattern = argumentFor(call, "regexPattern");
  const regex = pattern?.kind === "StringLiteral" ? readRegex(pattern.value) : undefined;
  return regex?.kind === "regex" ? regex.groups.map(({ name }) => name) : undefined;
}

function checkReplacement(report: Report, literal: StringLiteral, groups: readonly string[]): void {
  for (const name of bracedReferences(literal.value)) {
    if (groups.includes(name)) continue;
    reportMissing(report, literal, name, groups, meant =>
      writtenString(literal).replaceAll(`\${${name}}`, () => `\${${meant}}`),
    );
  }
}

function reportMissing(
  report: Report,
  { span }: StringLiteral,
  name: string,
  groups: readonly string[],
  write: (meant: string) => string,
): void {
  const named = groups.filter(group => !/^\d+$/.test(group));
  const meant = didYouMean(name, named) ?? (named.length === 1 ? named[0] : undefined);
  const known = named.length === 0 ? l10n.t("Name one: (?<name>…).") : l10n.t`It has ${named.join(", ")}.`;
  const fixes = meant === undefined ? [] : [changeTo(span, write(meant), l10n.t`Change to the group '${meant}'`)];
  report(span, l10n.t`The pattern has no group '${name}'.` + offer(meant, known), ...fixes);
}
