import * as l10n from "@vscode/l10n";
import { printExpression } from "../../language/expression/print.ts";
import type { Call } from "../../language/expression/tree.ts";
import { type DateFormat, dateFormatOf, fieldsWith } from "../dateFormats.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Fix, Rule } from "../rule.ts";

/** A date with an offset is converted to UTC, which can be the day before or after. */
export const dateOffsetShift: Rule = {
  code: "date-offset-shift",
  severity: "warning",
  source: `${functionsPage}#formatdatetime`,
  check: report => ({
    calls: {
      FormatDateTime(call) {
        const [read, write] = [dateFormatOf(call, "read"), dateFormatOf(call, "write")];
        if (read === undefined || write === undefined) return;
        const hasOffset = fieldsWith("zK", read.parts).length > 0;
        const isDay = fieldsWith("dMy", write.parts).length > 0 && fieldsWith("hHmsfFzK", write.parts).length === 0;
        if (!hasOffset || !isDay) return;
        const message = l10n.t(
          "A date with an offset is converted to UTC: 2020-12-31+08:00 is written as 2020-12-30. Take the day from the text itself, or write the time and offset too.",
        );
        report(write.literal.span, message, ...takeDay(call, read, write));
      },
    },
  }),
};

/** The day as it stands at the start of the text. */
function takeDay(call: Call, read: DateFormat, write: DateFormat): readonly Fix[] {
  const [source] = call.arguments;
  const day = write.literal.value;
  if (source === undefined || day !== "yyyy-MM-dd" || !read.literal.value.startsWith(day)) return [];
  return [changeTo(call.span, `Left(${printExpression(source)}, ${day.length})`, l10n.t("Take the day by Left"))];
}
