import * as l10n from "@vscode/l10n";
import { quote } from "../../language/expression/print.ts";
import type { Expression, StringLiteral } from "../../language/expression/tree.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import { calls } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import { switchParts } from "../rewrites.ts";
import type { Report, Rule } from "../rule.ts";
import { factOf } from "../sourceAttributes.ts";

/** Switch compares case-sensitively: some keys can never equal their source, others miss values by their case. */
export const switchCaseSensitive: Rule = {
  code: "switch-case-sensitive",
  severity: "information",
  source: `${functionsPage}#switch`,
  check: report => ({
    calls: {
      Switch(call, { mapping }) {
        const parts = switchParts(call);
        if (parts === undefined) return;
        const keys = parts.pairs.map(({ key }) => key).filter(key => key.kind === "StringLiteral");
        const produced = caseOf(parts.source, mapping);
        if (produced === undefined) reportTwins(report, keys);
        else for (const key of keys) reportUnreachable(report, key, produced);
      },
    },
  }),
};

/** A case that all the values of the source have: how it is given, and how a key must be written. */
interface Produced {
  readonly by: string;
  readonly write: (key: string) => string;
}

function caseOf(source: Expression, mapping: ObjectMapping): Produced | undefined {
  if (calls(source, "ToLower"))
    return { by: l10n.t("ToLower gives no capital letters"), write: key => key.toLowerCase() };
  if (calls(source, "ToUpper"))
    return { by: l10n.t("ToUpper gives no small letters"), write: key => key.toUpperCase() };
  if (factOf(source, mapping)?.type === "Boolean")
    return { by: l10n.t("A boolean is True or False"), write: booleanWord };
  return undefined;
}

function booleanWord(key: string): string {
  const word = ["True", "False"].find(candidate => candidate.toLowerCase() === key.toLowerCase());
  return word ?? key;
}

function reportUnreachable(report: Report, { value, span }: StringLiteral, { by, write }: Produced): void {
  const written = write(value);
  if (written === value) return;
  report(
    span,
    l10n.t`${by}: the key "${value}" is never met. Write "${written}".`,
    changeTo(span, quote(written), l10n.t`Change to "${written}"`),
  );
}

/** Two keys that differ in case alone show that the case of the values varies. */
function reportTwins(report: Report, keys: readonly StringLiteral[]): void {
  const seen = new Map<string, string>();
  for (const { value, span } of keys) {
    const twin = seen.get(value.toLowerCase());
    if (twin !== undefined && twin !== value) {
      report(
        span,
        l10n.t`The keys "${twin}" and "${value}" differ in case alone: put ToLower around the source and write one key in small letters.`,
      );
    }
    seen.set(value.toLowerCase(), value);
  }
}
