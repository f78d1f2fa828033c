import { type CallContext, eager, type FunctionDefinition, optionalText, text, textOr } from "./definition.ts";
import { inZone, type WrittenDate } from "./dotnet/date/settle.ts";
import { type DateTimeStyles, readDateTimeStyles } from "./dotnet/dateTimeStyles.ts";
import { formatDate } from "./dotnet/formatDate.ts";
import { parseExact } from "./dotnet/parseExact.ts";
import { functionsPage } from "./pages.ts";
import { type Failure, failure, isFailure } from "./values.ts";

const parameters = [
  textOr(null, { name: "source", summary: "The text of a date.", eachValue: true }),
  optionalText({
    name: "dateTimeStyles",
    summary:
      "Names of .NET's DateTimeStyles, separated by commas; RoundtripKind, AllowLeadingWhite and AllowTrailingWhite where left empty.",
  }),
  text({ name: "inputFormat", summary: "The .NET format in which the source is written." }),
  text({ name: "outputFormat", summary: "The .NET format to write it in." }),
] as const;

/** FormatDateTime writes a date in another format. */
export const formatDateTime: FunctionDefinition = {
  name: "FormatDateTime",
  profiles: ["application", "cloudSync", "graph"],
  summary: "Reads a date in one .NET format and writes it in another.",
  parameters,
  returns: "text",
  tooFew:
    "FormatDateTime takes four arguments: source, dateTimeStyles, inputFormat, outputFormat. A comma is missing where dateTimeStyles is left out: FormatDateTime(source, , inputFormat, outputFormat).",
  source: `${functionsPage}#formatdatetime`,
  implementation: eager(parameters, (source, dateTimeStyles, inputFormat, outputFormat, context) => {
    const styles = within("dateTimeStyles", readDateTimeStyles(dateTimeStyles ?? ""));
    if (isFailure(styles)) return styles;
    const written = within("inputFormat", parseExact(source, inputFormat ?? "", styles, context));
    return isFailure(written) ? written : rewrite(written, styles, outputFormat ?? "", context);
  }),
};

/** Both readings of an offset are computed, to know whether the one taken mattered. */
function rewrite(written: WrittenDate, styles: DateTimeStyles, format: string, context: CallContext): string | Failure {
  const converted = inFormat(written, styles, format, false);
  if (isFailure(converted) || !written.offset) return converted;
  const preserved = inFormat(written, styles, format, true);
  if (preserved === converted) return converted;
  context.assume("preserveOffset");
  return context.assumptions.preserveOffset ? preserved : converted;
}

function inFormat(written: WrittenDate, styles: DateTimeStyles, format: string, preserveOffset: boolean) {
  const date = inZone(written, styles, preserveOffset);
  return isFailure(date) ? date : within("outputFormat", formatDate(date, format));
}

function within<T>(name: string, result: T | Failure): T | Failure {
  return isFailure(result) ? failure(`${name}: ${result.message}`) : result;
}
