import { type Failure, isFailure } from "../values.ts";
import { type DateFields, fieldsOf, ticksPerMinute } from "./calendar.ts";
import { abbreviated, dayNames, eraNames, monthNames } from "./date/names.ts";
import { customFormat } from "./date/standardFormats.ts";
import { type FieldLetter, type FormatPart, formatParts } from "./dateFormat.ts";

/** What a date knows of its time zone: nothing, that it is UTC, or by how many minutes it is ahead of UTC. */
export type Zone = "unspecified" | "utc" | number;

/** A date as .NET's DateTime holds it: the ticks that calendar and clock show in its zone. */
export interface ZonedDate {
  readonly ticks: bigint;
  readonly zone: Zone;
}

/**
 * The text of a date in a standard or custom format, as .NET's `ToString` writes it in the invariant culture. `z` of an
 * unspecified zone is that of UTC. Fails for a format that is none.
 */
export function formatDate(date: ZonedDate, format: string): string | Failure {
  const custom = customFormat(format === "" ? "G" : format);
  if (isFailure(custom)) return custom;
  const parts = formatParts(custom, "write");
  if (isFailure(parts)) return parts;
  return written(/^[rRuU]$/.test(format) ? toUniversalTime(date) : date, parts);
}

function toUniversalTime({ ticks, zone }: ZonedDate): ZonedDate {
  return { ticks: typeof zone === "number" ? ticks - BigInt(zone) * ticksPerMinute : ticks, zone: "utc" };
}

function written({ ticks, zone }: ZonedDate, parts: readonly FormatPart[]): string {
  const fields = fieldsOf(ticks);
  let text = "";
  for (const part of parts) {
    const next = part.kind === "literal" ? part.text : writers[part.letter](fields, part.count, zone);
    // Where no decimals are left, the point before them goes too.
    const isEmptyFraction = part.kind === "field" && part.letter === "F" && next === "";
    text = isEmptyFraction && text.endsWith(".") ? text.slice(0, -1) : text + next;
  }
  return text;
}

type Writer = (fields: DateFields & { readonly dayOfWeek: number }, count: number, zone: Zone) => string;

const writers: Readonly<Record<FieldLetter, Writer>> = {
  d: ({ day, dayOfWeek }, count) => (count <= 2 ? digits(day, count) : name(dayNames[dayOfWeek], count)),
  f: ({ fraction }, count) => digits(fraction, 7).slice(0, count),
  F: ({ fraction }, count) => digits(fraction, 7).slice(0, count).replace(/0+$/, ""),
  g: () => eraNames[0],
  h: ({ hour }, count) => digits(hour % 12 || 12, Math.min(count, 2)),
  H: ({ hour }, count) => digits(hour, Math.min(count, 2)),
  K: (_fields, _count, zone) => (zone === "unspecified" ? "" : zone === "utc" ? "Z" : offset(zone, 3)),
  m: ({ minute }, count) => digits(minute, Math.min(count, 2)),
  M: ({ month }, count) => (count <= 2 ? digits(month, count) : name(monthNames[month - 1], count)),
  s: ({ second }, count) => digits(second, Math.min(count, 2)),
  t: ({ hour }, count) => (hour < 12 ? "AM" : "PM").slice(0, count),
  y: ({ year }, count) => digits(count <= 2 ? year % 100 : year, count),
  z: (_fields, count, zone) => offset(typeof zone === "number" ? zone : 0, count),
  Z: () => "Z",
};

function digits(value: number, count: number): string {
  return value.toString().padStart(count, "0");
}

function name(full = "", count: number): string {
  return count === 3 ? abbreviated(full) : full;
}

/** `-7`, `-07` or `-07:00` by the count of letters. */
function offset(minutes: number, count: number): string {
  const size = Math.abs(minutes);
  const hours = (minutes < 0 ? "-" : "+") + digits(Math.floor(size / 60), Math.min(count, 2));
  return count <= 2 ? hours : `${hours}:${digits(size % 60, 2)}`;
}
