import * as l10n from "@vscode/l10n";
import { parseFreeDate } from "../../functions/dotnet/freeDate.ts";
import { isFailure } from "../../functions/values.ts";
import type { Expression } from "../../language/expression/tree.ts";
import { argumentFor, calls } from "../calls.ts";
import { dateFormatOf } from "../dateFormats.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { stillWorld } from "../stillWorld.ts";

/** NumFromDate is documented for ISO 8601 alone, with FormatDateTime to bring other dates into that form. */
export const numfromdateIso: Rule = {
  code: "numfromdate-iso",
  severity: "warning",
  source: `${functionsPage}#numfromdate`,
  check: report => ({
    calls: {
      NumFromDate(call) {
        const value = argumentFor(call, "value");
        const text = value && written(value);
        if (value === undefined || text === undefined) return;
        const date = value.kind === "StringLiteral" ? parseFreeDate(text, stillWorld) : undefined;
        if (!/^(\d{4}|yyyy)-(\d{2}|MM)-(\d{2}|dd)(?!\d)/.test(text)) {
          report(
            value.span,
            l10n.t(
              "NumFromDate reads ISO 8601, such as 2026-12-31 23:59:59-08:00: bring the date into that form by FormatDateTime.",
            ),
          );
        } else if (isFailure(date)) report(value.span, l10n.t`NumFromDate fails here: ${date.message}`);
      },
    },
  }),
};

/** The date that is written out, or the format in which FormatDateTime writes it. */
function written(value: Expression): string | undefined {
  if (value.kind === "StringLiteral") return value.value;
  return calls(value, "FormatDateTime") ? dateFormatOf(value, "write")?.literal.value : undefined;
}
