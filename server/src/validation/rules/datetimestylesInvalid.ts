import * as l10n from "@vscode/l10n";
import { dateTimeStyleNames, readDateTimeStyles } from "../../functions/dotnet/dateTimeStyles.ts";
import { isFailure } from "../../functions/values.ts";
import { quote } from "../../language/expression/print.ts";
import { argumentFor } from "../calls.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { dateTimeStylesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** FormatDateTime fails for a style that .NET does not know, and for styles that exclude each other. */
export const datetimestylesInvalid: Rule = {
  code: "datetimestyles-invalid",
  severity: "error",
  source: dateTimeStylesPage,
  check: report => ({
    calls: {
      FormatDateTime(call) {
        if (call.arguments.length < 4) return;
        const styles = argumentFor(call, "dateTimeStyles");
        const read = styles?.kind === "StringLiteral" ? readDateTimeStyles(styles.value) : undefined;
        if (styles?.kind !== "StringLiteral" || !isFailure(read)) return;
        const meant = didYouMean(styles.value, dateTimeStyleNames);
        const fixes = meant === undefined ? [] : [changeTo(styles.span, quote(meant), l10n.t`Change to "${meant}"`)];
        report(styles.span, `${read.message}${offer(meant)}`, ...fixes);
      },
    },
  }),
};
