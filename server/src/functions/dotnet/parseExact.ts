import * as l10n from "@vscode/l10n";
import type { CallContext } from "../definition.ts";
import { type Failure, failure, isFailure } from "../values.ts";
import { type Found, fieldReaders, type Reading } from "./date/fieldReaders.ts";
import { settle, type WrittenDate } from "./date/settle.ts";
import { customFormat } from "./date/standardFormats.ts";
import { type FormatPart, formatParts, shown } from "./dateFormat.ts";
import type { DateTimeStyles } from "./dateTimeStyles.ts";
import { behindWhiteSpace, trimEnd, trimStart } from "./whiteSpace.ts";

/**
 * What a text in a standard or custom format says, read as DateTime.ParseExact does in the invariant culture. Fails, with
 * the place in words, for a text that does not fit the format and for a date that there is not.
 */
export function parseExact(
  text: string,
  format: string,
  styles: DateTimeStyles,
  context: CallContext,
): WrittenDate | Failure {
  const custom = format === "" ? failure(l10n.t("the format is empty.")) : customFormat(format);
  if (isFailure(custom)) return custom;
  const parts = formatParts(trimFormat(custom, styles), "read");
  if (isFailure(parts)) return parts;
  const [first = nothing] = parts;
  if (text === "") return failure(missing(text, 0, first));
  const found = match(trimText(text, styles), parts, styles);
  if (isFailure(found)) return found;
  const result = settle(format === "U" ? { ...found, offset: 0, isUtc: true } : found, styles, context);
  return isFailure(result) ? failure(`${shown(text)}: ${result.message}`) : result;
}

const nothing: FormatPart = { kind: "literal", text: "", written: "bare" };

function trimText(text: string, styles: DateTimeStyles): string {
  const start = styles.has("AllowLeadingWhite") ? trimStart(text) : text;
  return styles.has("AllowTrailingWhite") ? trimEnd(start) : start;
}

/**
 * Where white space may stand around a text, none is asked for at the ends of the format either, in quotation marks or not;
 * at the start in quotation marks only where none stands before them.
 */
function trimFormat(format: string, styles: DateTimeStyles): string {
  let trimmed = format;
  if (styles.has("AllowTrailingWhite")) {
    trimmed = trimEnd(trimmed);
    if (trimmed.length > 2 && /["']$/.test(trimmed)) trimmed = trimEnd(trimmed.slice(0, -1)) + trimmed.slice(-1);
  }
  if (styles.has("AllowLeadingWhite")) {
    trimmed = trimStart(trimmed);
    if (trimmed.length > 2 && /^["']/.test(format)) trimmed = trimmed.charAt(0) + trimStart(trimmed.slice(1));
  }
  return trimmed;
}

function match(text: string, parts: readonly FormatPart[], styles: DateTimeStyles): Found | Failure {
  let found: Found = {};
  let position = 0;
  let isSkipped = false;
  for (const [index, part] of parts.entries()) {
    if (styles.has("AllowInnerWhite")) position = behindWhiteSpace(text, position);
    const isFraction = isSkipped;
    isSkipped = isPointOfFraction(part, parts[index + 1]) && text.charAt(position) !== ".";
    if (isSkipped || isFraction) continue;
    const reading = readPart(text, position, part, styles);
    if (reading === undefined) return failure(missing(text, position, part));
    // GMT in the format overrides the offset that stands before it.
    const conflict = part.kind === "field" ? conflicting(found, reading.found) : undefined;
    if (conflict !== undefined)
      return failure(l10n.t`${shown(text)} states two different values of ${fieldText(conflict)}.`);
    found = { ...found, ...reading.found };
    position = reading.end;
  }
  return position < text.length
    ? failure(l10n.t`${shown(text)} goes on behind the format, at ${shown(text.slice(position))}.`)
    : found;
}

/** A point before two or more `F` may be absent together with the decimals. */
function isPointOfFraction(part: FormatPart, next: FormatPart | undefined): boolean {
  const isPoint = part.kind === "literal" && part.written === "bare" && part.text === ".";
  return isPoint && next?.kind === "field" && next.letter === "F" && next.count > 1;
}

function readPart(text: string, start: number, part: FormatPart, styles: DateTimeStyles): Reading | undefined {
  if (part.kind === "field") return fieldReaders[part.letter](text, start, part.count);
  if (part.written === "bare" && part.text === " ") return bareBlank(text, start, styles);
  const end =
    part.written === "quoted" ? behindQuotation(text, start, part.text, styles) : behind(text, start, part.text);
  if (end === undefined) return undefined;
  return { found: part.written === "bare" && part.text === "GMT" ? { offset: 0 } : {}, end };
}

function behind(text: string, start: number, literal: string): number | undefined {
  return text.startsWith(literal, start) ? start + literal.length : undefined;
}

/** A blank of the format may be absent where white space is allowed inside and, as .NET has it, where it is allowed at the end. */
function bareBlank(text: string, start: number, styles: DateTimeStyles): Reading | undefined {
  if (styles.has("AllowInnerWhite")) return { found: {}, end: start };
  if (text.charAt(start) === " ") return { found: {}, end: start + 1 };
  return styles.has("AllowTrailingWhite") ? { found: {}, end: start } : undefined;
}

/** Inside quotation marks a blank stands for any white space where that is allowed inside. */
function behindQuotation(text: string, start: number, quoted: string, styles: DateTimeStyles): number | undefined {
  if (!styles.has("AllowInnerWhite")) return behind(text, start, quoted);
  let position: number | undefined = start;
  for (const character of quoted.split("")) {
    position = character === " " ? behindWhiteSpace(text, position) : behind(text, position, character);
    if (position === undefined) return undefined;
  }
  return position;
}

function conflicting(before: Found, now: Found): keyof Found | undefined {
  return (Object.keys(now) as (keyof Found)[]).find(key => before[key] !== undefined && before[key] !== now[key]);
}

function spelled(part: FormatPart): string {
  return part.kind === "field" ? part.letter.repeat(part.count) : shown(part.text);
}

function missing(text: string, position: number, part: FormatPart): string {
  return position < text.length
    ? l10n.t`${shown(text)} has no ${spelled(part)} at ${shown(text.slice(position))}.`
    : l10n.t`${shown(text)} has no ${spelled(part)} at its end.`;
}

function fieldText(field: keyof Found): string {
  switch (field) {
    case "year":
      return l10n.t("year");
    case "month":
      return l10n.t("month");
    case "day":
      return l10n.t("day");
    case "dayOfWeek":
      return l10n.t("day of the week");
    case "hour":
      return l10n.t("hour");
    case "half":
      return l10n.t("AM and PM");
    case "minute":
      return l10n.t("minute");
    case "second":
      return l10n.t("second");
    case "fraction":
      return l10n.t("fraction");
    case "offset":
      return l10n.t("offset");
    default:
      return field;
  }
}
