import * as l10n from "@vscode/l10n";
import { type Ambiguity, findAmbiguity, harmlessLength } from "../../functions/dotnet/regex/ambiguity/findAmbiguity.ts";
import { stepsOfATenthOfASecond } from "../../functions/dotnet/regex/budget.ts";
import { readRegex } from "../../functions/dotnet/regex.ts";
import { backtrackingPage } from "../pages.ts";
import { partOfString } from "../partOfString.ts";
import { eachPattern } from "../patterns.ts";
import type { Rule } from "../rule.ts";

/** A pattern that can match a text in many ways tries them all before it gives up, on any value that almost matches. */
export const regexCatastrophic: Rule = {
  code: "regex-catastrophic",
  severity: "warning",
  source: backtrackingPage,
  check: report =>
    eachPattern(pattern => {
      const regex = readRegex(pattern.text);
      const ambiguity = regex.kind === "regex" ? findAmbiguity(regex.tree) : undefined;
      if (ambiguity === undefined) return;
      const { start, end } = ambiguity.part ?? { start: 0, end: pattern.text.length };
      report(partOfString(pattern, { start, end }), messageOf(shortened(pattern.text.slice(start, end)), ambiguity));
    }),
};

function messageOf(part: string, { doubles }: Ambiguity): string {
  if (doubles) {
    return l10n.t`${part} can match the same text in several ways, and their number doubles with every further character: a value that almost matches takes for ever. Let only one of its quantifiers take each character, or let nothing be tried twice: (?>…).`;
  }
  const steps = stepsOfATenthOfASecond.toLocaleString("en-US");
  return l10n.t`${part} can match the same text in so many ways that a value of ${harmlessLength} characters may take more than ${steps} steps. Let only one of its quantifiers take each character.`;
}

const longest = 40;

function shortened(part: string): string {
  return part.length > longest ? `${part.slice(0, longest)}…` : part;
}
