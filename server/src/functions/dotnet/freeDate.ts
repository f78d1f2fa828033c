import * as l10n from "@vscode/l10n";
import type { CallContext } from "../definition.ts";
import { type DateTime, dateTime, type Failure, failure, isFailure } from "../values.ts";
import type { Found } from "./date/fieldReaders.ts";
import { readFreely } from "./date/readFreely.ts";
import { inUtc, settle } from "./date/settle.ts";
import { shown } from "./dateFormat.ts";
import { whiteSpace } from "./whiteSpace.ts";

/**
 * The instant that a text states without being told its format, as CDate and NumFromDate read it: ISO 8601, month before
 * day, or another form that DateTime.Parse reads in the culture en-US, which is assumed. A text without an offset is taken as the assumption has it, which is UTC.
 */
export function parseFreeDate(text: string, context: CallContext): DateTime | Failure {
  const found = readFreely(text);
  const isDocumented = documentedForm.test(text);
  if (found !== undefined && !isDocumented) context.assume("anyDateForm");
  if (found === undefined || !(isDocumented || context.assumptions.anyDateForm))
    return failure(
      l10n.t`${shown(text)} is not read as a date. Write it like 2026-01-31, 2026-01-31T09:00:00Z or 1/31/2026 9:00:00 AM, or read it with FormatDateTime first.`,
    );
  const written = settle(found, new Set(), context);
  if (isFailure(written)) return failure(`${shown(text)}: ${[written.message, ...dayBeforeMonth(found)].join(" ")}`);
  if (written.offset === undefined) context.assume("unstatedOffset");
  const offset = written.offset ?? context.assumptions.unstatedOffset;
  const ticks = inUtc(written.ticks, offset);
  return ticks === undefined
    ? failure(l10n.t`${shown(text)} is, in UTC, outside of the years 1 to 9999.`)
    : dateTime(ticks);
}

/** How Microsoft's pages write dates, before what they add of time and zone. */
const documentedForm = new RegExp(`^[${whiteSpace}]*(?:\\d{4}-\\d\\d?-\\d\\d?|\\d\\d?/\\d\\d?/(?:\\d\\d){1,2})(?!\\d)`);

function dayBeforeMonth({ month }: Found): readonly string[] {
  return month !== undefined && month > 12 ? [l10n.t("The month stands before the day.")] : [];
}
