import * as l10n from "@vscode/l10n";

/** What is wrong with a field, at an offset of the text. */
export interface Mistake {
  /** `open`: the text ends inside quotes. */
  readonly kind: "open" | "wrong";
  readonly at: number;
  readonly reason: string;
}

/** A field of a row. */
export interface Field {
  readonly value: string;
  /** Behind the separator or the line break. */
  readonly end: number;
  readonly isLast: boolean;
  readonly lineBreaks: number;
  readonly mistake?: Mistake;
}

/** The field without quotes that begins at an offset: it ends at a separator or a line break. */
export function plainField(text: string, start: number, separator: string): Field {
  const line = text.indexOf("\n", start);
  const lineEnd = line < 0 ? text.length : line;
  const found = text.indexOf(separator, start);
  const isLast = found < 0 || found > lineEnd;
  const end = isLast ? lineEnd : found;
  const value = text.slice(start, isLast && text.charCodeAt(end - 1) === 13 ? Math.max(start, end - 1) : end);
  const quote = value.indexOf('"');
  const field = { value, end: end + 1, isLast, lineBreaks: 0 };
  if (quote < 0) return field;
  const reason = l10n.t(
    "a quote stands inside a field without quotes. Put the field in quotes and double those inside.",
  );
  return { ...field, end, mistake: { kind: "wrong", at: start + quote, reason } };
}

/** The field in quotes that begins at an offset: inside, quotes are doubled, and separators and line breaks are text. */
export function quotedField(text: string, start: number, separator: string): Field {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      const reason = l10n.t("this quote is never closed. Close it, and double the quotes inside the field.");
      const mistake = { kind: "open", at: start, reason } as const;
      return { value, end: start, isLast: true, lineBreaks: 0, mistake };
    }
    value += text.slice(from, quote);
    from = quote + 1;
    if (text.charCodeAt(from) !== 34) break;
    value += '"';
    from++;
  }
  const lineBreaks = value.includes("\n") ? value.split("\n").length - 1 : 0;
  if (text.startsWith(separator, from)) return { value, end: from + 1, isLast: false, lineBreaks };
  const end = text.charCodeAt(from) === 13 ? from + 1 : from;
  if (end >= text.length || text.charCodeAt(end) === 10) return { value, end: end + 1, isLast: true, lineBreaks };
  const reason = l10n.t("something follows the closing quote of a field. Double the quotes inside the field.");
  return { value, end: from, isLast: true, lineBreaks, mistake: { kind: "wrong", at: from, reason } };
}
