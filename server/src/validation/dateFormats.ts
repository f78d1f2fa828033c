import { type FormatPart, type FormatUse, formatParts } from "../functions/dotnet/dateFormat.ts";
import { isFailure } from "../functions/values.ts";
import type { Call, StringLiteral } from "../language/expression/tree.ts";
import { argumentFor } from "./calls.ts";
import type { Visitor } from "./rule.ts";

/** A format of FormatDateTime that is written out. */
export interface DateFormat {
  readonly literal: StringLiteral;
  readonly use: FormatUse;
  /** None for a standard format, which is one letter, and for a format that is none. */
  readonly parts: readonly FormatPart[];
}

/** A field of a custom format. */
export type Field = Extract<FormatPart, { kind: "field" }>;

/** The format by which a call of FormatDateTime reads, or writes; undefined where it is not written out. */
export function dateFormatOf(call: Call, use: FormatUse): DateFormat | undefined {
  if (call.arguments.length < 4) return undefined;
  const literal = argumentFor(call, use === "read" ? "inputFormat" : "outputFormat");
  return literal?.kind === "StringLiteral" ? { literal, use, parts: partsOf(literal.value, use) } : undefined;
}

/** Hands over every format that is written out. */
export function eachDateFormat(handle: (format: DateFormat) => void): Visitor {
  return {
    calls: {
      FormatDateTime(call) {
        for (const use of ["read", "write"] as const) {
          const format = dateFormatOf(call, use);
          if (format !== undefined) handle(format);
        }
      },
    },
  };
}

/** The fields among parts that have one of these letters. */
export function fieldsWith(letters: string, parts: readonly FormatPart[]): readonly Field[] {
  return parts.filter((part): part is Field => part.kind === "field" && letters.includes(part.letter));
}

/** The format with other fields in the place of some; undefined where its parts do not tell how it was written. */
export function formatWith({ literal, parts }: DateFormat, change: (field: Field) => Field): string | undefined {
  if (parts.map(written).join("") !== literal.value) return undefined;
  return parts.map(part => written(part.kind === "field" ? change(part) : part)).join("");
}

function partsOf(format: string, use: FormatUse): readonly FormatPart[] {
  const parts = format.length === 1 ? [] : formatParts(format, use);
  return isFailure(parts) ? [] : parts;
}

function written(part: FormatPart): string {
  if (part.kind === "field") return part.letter.repeat(part.count);
  if (part.written === "bare") return part.text;
  return part.written === "quoted" ? `'${part.text}'` : `\\${part.text}`;
}
