import { ticksOf } from "../calendar.ts";
import { behindWhiteSpace, whiteSpace } from "../whiteSpace.ts";
import type { Found } from "./fieldReaders.ts";
import { type FreeReading, nextPiece, offsetAt, ticksOfDecimals, utc } from "./freePieces.ts";
import { freeSteps, isWhole, type Piece, type Whole } from "./freeSteps.ts";

/**
 * What a text says of a date whose format is not told, read as DateTime.Parse does in the culture en-US; undefined where
 * it is no date, or a time of day alone.
 */
export function readFreely(text: string): Found | undefined {
  const reading: FreeReading = { text: bare(text), position: 0, state: "start", numbers: [], found: {} };
  while (reading.position < reading.text.length || reading.state !== "start") {
    const piece = nextPiece(reading);
    if (piece === "NT") return readClock(reading);
    if (piece === undefined || (piece !== "nothing" && !advance(reading, piece))) return undefined;
  }
  return result(reading);
}

/** The text without the marks that Visual Basic sets around dates, and without the NUL that others end texts with. */
function bare(text: string): string {
  if (!text.includes("#") && !text.includes("\0")) return text;
  const padded = text.replace(/\0+$/, "");
  return marked.exec(padded)?.[1] ?? padded;
}

const marked = new RegExp(`^[${whiteSpace}]*#([^#\\0]*)#[${whiteSpace}]*$`);

function advance(reading: FreeReading, piece: Piece): boolean {
  const step = freeSteps[reading.state][piece];
  if (step === undefined) return false;
  reading.state = isWhole(step) ? "start" : step;
  return !isWhole(step) || complete(reading, step);
}

/** Keeps a whole date or time of day; false where there is one already, and for an hour alone without AM or PM. */
function complete(reading: FreeReading, whole: Whole): boolean {
  const date = dateOf(whole, reading.numbers, reading.found);
  const time = timeOf(whole, reading.numbers);
  if ((date && reading.date) || (time && reading.time) || (whole === "=h" && !reading.found.half)) return false;
  reading.date ??= date;
  reading.time ??= time;
  reading.numbers = [];
  return true;
}

/** Month before day, and the year behind them, is the order of the culture. */
function dateOf(
  whole: Whole,
  [first = 0, second = 0, third = 0]: readonly number[],
  { year = 0, month = 0 }: Found,
): Found | undefined {
  switch (whole) {
    case "=NN":
    case "=NNh":
      return { month: first, day: second };
    case "=NNN":
      return { month: first, day: second, year: third, isTwoDigitYear: true };
    case "=NNY":
    case "=YNN":
      return { year, month: first, day: second };
    case "=MN":
    case "=NM":
      return { month, day: first };
    case "=MNN":
      return existsDay(month, first, second)
        ? { month, day: first, year: second, isTwoDigitYear: true }
        : { month, day: second, year: first, isTwoDigitYear: true };
    case "=YN":
      return { year, month: first };
    case "=YM":
      return { year, month };
    case "=YMN":
      return { year, month, day: first };
    default:
      return undefined;
  }
}

/** Two-digit years have the leap days of the years from 2000 on. */
function existsDay(month: number, day: number, twoDigitYear: number): boolean {
  return ticksOf({ year: 2000 + twoDigitYear, month, day, hour: 0, minute: 0, second: 0, fraction: 0 }) !== undefined;
}

function timeOf(whole: Whole, [first = 0, second = 0, third = 0]: readonly number[]): Found | undefined {
  switch (whole) {
    case "=NNh":
      return { hour: third };
    case "=h":
      return { hour: first };
    case "=hm":
      return { hour: first, minute: second };
    case "=hms":
      return { hour: first, minute: second, second: third };
    default:
      return undefined;
  }
}

function result({ date, time = { hour: 0 }, found, zone }: FreeReading): Found | undefined {
  if (date === undefined) return undefined;
  const { dayOfWeek, half, fraction } = found;
  return {
    ...date,
    ...time,
    ...zone,
    ...(dayOfWeek !== undefined && { dayOfWeek }),
    ...(fraction !== undefined && { fraction }),
    ...(half !== undefined && ((time.hour ?? 0) > 12 ? { half } : { half, isTwelveHour: true })),
  };
}

const blank = `[${whiteSpace}]*`;
const clock = new RegExp(
  `${blank}(\\d\\d)${blank}:${blank}(\\d\\d)${blank}(?::${blank}(\\d\\d)(?:\\.(\\d+))?${blank})?(?:(Z)|([+-]))?`,
  "iy",
);

/**
 * What follows the T of ISO 8601, which stands behind a date that begins with its year. Its zone is the one that counts, and
 * another day of the week is no contradiction.
 */
function readClock({ text, position, state, numbers, found, zone }: FreeReading): Found | undefined {
  if (state !== "YN" && state !== "YN-") return undefined;
  clock.lastIndex = position;
  const [, hour, minute, second = "0", decimals = "", z, sign] = clock.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const end = clock.lastIndex;
  const zoneRead = sign === undefined ? { found: z === undefined ? zone : utc, end } : offsetAt(text, end - 1);
  if (zoneRead === undefined || behindWhiteSpace(text, zoneRead.end) < text.length) return undefined;
  return {
    ...dateOf("=YNN", numbers, found),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    fraction: ticksOfDecimals(decimals),
    ...zoneRead.found,
  };
}
