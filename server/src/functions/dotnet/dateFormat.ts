import * as l10n from "@vscode/l10n";
import { type Failure, failure, isFailure } from "../values.ts";

/** The letters that stand for a part of a date. `Z` is one only where a text is read. */
export type FieldLetter = "d" | "f" | "F" | "g" | "h" | "H" | "K" | "m" | "M" | "s" | "t" | "y" | "z" | "Z";

/** A part of a custom format: a letter and how often it stands, or characters that stand for themselves. */
export type FormatPart =
  | { readonly kind: "field"; readonly letter: FieldLetter; readonly count: number }
  | { readonly kind: "literal"; readonly text: string; readonly written: "bare" | "quoted" | "escaped" };

/** What a format is for. The two differ: `Z` and `GMT` mean something only where a text is read, and `%` reaches less far where one is written. */
export type FormatUse = "read" | "write";

interface Step {
  readonly parts: readonly FormatPart[];
  readonly end: number;
}

/**
 * The parts of a custom format (custom-date-and-time-format-strings), in order. A failure says what is wrong with it: an
 * open quotation, a `%` or `\` before nothing, more than seven `f`.
 */
export function formatParts(format: string, use: FormatUse): readonly FormatPart[] | Failure {
  const parts: FormatPart[] = [];
  let position = 0;
  while (position < format.length) {
    const step = nextParts(format, position, use);
    if (isFailure(step)) return step;
    parts.push(...step.parts);
    position = step.end;
  }
  return parts;
}

function nextParts(format: string, start: number, use: FormatUse): Step | Failure {
  const first = format.charAt(start);
  if (first === '"' || first === "'") return quotation(format, start);
  if (first === "\\") return escaped(format, start);
  if (first === "%") return percent(format, start, use);
  if (use === "read" && first === "G" && format.slice(start, start + 3).toUpperCase() === "GMT") {
    return literal("GMT", "bare", start + 3);
  }
  return isFieldLetter(first, use) ? field(format, start, first) : literal(first, "bare", start + 1);
}

function literal(text: string, written: "bare" | "quoted" | "escaped", end: number): Step {
  return { parts: [{ kind: "literal", text, written }], end };
}

function quotation(format: string, start: number): Step | Failure {
  const quote = format.charAt(start);
  let text = "";
  for (let position = start + 1; position < format.length; position++) {
    const character = format.charAt(position);
    if (character === quote) return literal(text, "quoted", position + 1);
    if (character === "\\") position++;
    text += format.charAt(position);
  }
  return failure(l10n.t`the format ${shown(format)} lacks a closing ${quote}.`);
}

function escaped(format: string, start: number): Step | Failure {
  if (start + 1 < format.length) return literal(format.charAt(start + 1), "escaped", start + 2);
  return failure(l10n.t`the format ${shown(format)} ends with a backslash; a character has to follow it.`);
}

function percent(format: string, start: number, use: FormatUse): Step | Failure {
  const next = format.charAt(start + 1);
  if (next === "" || next === "%")
    return failure(l10n.t`the format ${shown(format)} has a % without a letter behind it.`);
  if (use === "read") return { parts: [], end: start + 1 };
  const parts = formatParts(next, use);
  return isFailure(parts) ? parts : { parts, end: start + 2 };
}

function field(format: string, start: number, letter: FieldLetter): Step | Failure {
  let end = start + 1;
  const repeats = letter !== "K" && letter !== "Z";
  while (repeats && format.charAt(end) === letter) end++;
  const count = end - start;
  if ((letter === "f" || letter === "F") && count > 7) {
    return failure(
      l10n.t`the format ${shown(format)} has ${count} ${letter}; a second has no more than seven decimals.`,
    );
  }
  return { parts: [{ kind: "field", letter, count }], end };
}

function isFieldLetter(character: string, use: FormatUse): character is FieldLetter {
  return "dfFghHKmMstyz".includes(character) || (use === "read" && character === "Z");
}

/** A text in quotation marks, cut where it is long. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
