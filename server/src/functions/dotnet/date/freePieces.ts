import { behindWhiteSpace } from "../whiteSpace.ts";
import { behindDigits } from "./characters.ts";
import type { Found, Reading } from "./fieldReaders.ts";
import { type Following, freeSteps, isWhole, type Piece, pieces, type State } from "./freeSteps.ts";
import { abbreviated, dayNames, eraNames, monthNames } from "./names.ts";

/** A text of a date being read, and what was read of it. */
export interface FreeReading {
  readonly text: string;
  position: number;
  state: State;
  /** The numbers since the last whole date or time. */
  numbers: readonly number[];
  /** The date and the time of day, once they are whole. */
  date?: Found | undefined;
  time?: Found | undefined;
  /** What is said beside them; a year is one of three or more digits. */
  readonly found: Pick<Found, "year" | "month" | "dayOfWeek" | "half" | "fraction">;
  /** What is said of the zone, which it may be once. */
  zone?: Zone;
}

/** The zone of a date: by how many minutes it is ahead of UTC, and whether it is written as Z. */
export type Zone = Pick<Found, "offset" | "isUtc">;

/** The zone of a date that is written with Z or GMT. */
export const utc: Zone = { offset: 0, isUtc: true };

/** Reads the next piece. `nothing` is what may stand between pieces; undefined is what no date has. */
export function nextPiece(reading: FreeReading): Piece | "nothing" | undefined {
  const { text } = reading;
  const start = behindWhiteSpace(text, reading.position);
  const end = behindDigits(text, start, longestNumber + 1);
  reading.position = end;
  if (start === text.length) return "end";
  return end > start ? numberPiece(reading, text.slice(start, end)) : wordPiece(reading);
}

const longestNumber = 8;

function numberPiece(reading: FreeReading, digits: string): Piece | undefined {
  if (digits.length > longestNumber || reading.numbers.length === 3 || !readBehindClock(reading)) return undefined;
  if (digits.length > 2) {
    if (!find(reading, { year: Number(digits) })) return undefined;
    const following = readFollowing(reading, "Y");
    return following && pieces.Y[following === "h" ? " " : following];
  }
  reading.numbers = [...reading.numbers, Number(digits)];
  const following = readFollowing(reading, "N");
  return following && pieces.N[following];
}

/** Decimals and an offset may stand right behind a number of a clock. */
function readBehindClock(reading: FreeReading): boolean {
  const { text, state, position } = reading;
  if (state !== "h:" && state !== "h:m:") return true;
  if (state === "h:m:" && text.charAt(position) === ".") {
    reading.position = behindDigits(text, position + 1, text.length);
    find(reading, { fraction: ticksOfDecimals(text.slice(position + 1, reading.position)) });
  }
  const sign = behindWhiteSpace(text, reading.position);
  const character = text.charAt(sign);
  return (character !== "+" && character !== "-") || readOffset(reading, sign);
}

/** Decimals of a second in ticks, added up one by one, and rounded to the even neighbour where two are equally near. */
export function ticksOfDecimals(decimals: string): number {
  let sum = 0;
  let place = 0.1;
  for (const decimal of decimals) {
    sum += Number(decimal) * place;
    place *= 0.1;
  }
  const ticks = sum * 10_000_000;
  const below = Math.floor(ticks);
  return ticks - below > 0.5 || (ticks - below === 0.5 && below % 2 === 1) ? below + 1 : below;
}

const offsetForm = /([+-])(?:(\d\d?)(?:(?!:)|:([0-5]?\d))|(\d\d?)([0-5]\d))(?!\d)/y;

/** The offset, such as +8, +08:30 or +0830, whose sign is at `start`. */
export function offsetAt(text: string, start: number): Reading | undefined {
  offsetForm.lastIndex = start;
  const [, sign, hours, minutes = "0", joinedHours, joinedMinutes = minutes] = offsetForm.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const size = Number(hours ?? joinedHours) * 60 + Number(joinedMinutes);
  return { found: { offset: sign === "-" && size > 0 ? -size : size }, end: offsetForm.lastIndex };
}

function readOffset(reading: FreeReading, start: number): boolean {
  const offset = offsetAt(reading.text, start);
  if (offset === undefined || reading.zone !== undefined) return false;
  reading.zone = offset.found;
  reading.position = offset.end;
  return true;
}

/** What stands behind a number or a name, up to the next piece. A dash that would complete a date is left: an offset may begin with it. */
function readFollowing(reading: FreeReading, kind: keyof typeof pieces): Following | undefined {
  const { text, state, position } = reading;
  const start = behindWhiteSpace(text, position);
  const token = tokenAt(text, start);
  const steps = freeSteps[state];
  if (token === "-" && steps[pieces[kind]["-"]] === undefined && isWhole(steps[pieces[kind][" "]])) return " ";
  const following = followings.get(token);
  reading.position = following === undefined ? start : start + token.length;
  if (following !== "h") return following ?? " ";
  return find(reading, { half: token === "am" ? "AM" : "PM" }) ? "h" : undefined;
}

const followings: ReadonlyMap<string, Following> = new Map([
  ["", "."],
  ["-", "-"],
  ["/", "-"],
  [":", ":"],
  ["t", "T"],
  ["am", "h"],
  ["pm", "h"],
]);

function wordPiece(reading: FreeReading): Piece | "nothing" | undefined {
  const token = tokenAt(reading.text, reading.position);
  const word = words.get(token);
  if (word === undefined) return readOffset(reading, reading.position) ? "nothing" : undefined;
  reading.position += token.length;
  if ((word.kind === "Z" && reading.zone !== undefined) || !find(reading, word.found)) return undefined;
  if (word.kind === "Z") reading.zone = utc;
  if (word.kind !== "M") return word.kind;
  const following = readFollowing(reading, "M");
  return following && pieces.M[following];
}

interface Word {
  readonly kind: "M" | "D" | "E" | "Z" | "nothing";
  readonly found: FreeReading["found"];
}

const words: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...named(monthNames, index => ({ kind: "M", found: { month: index + 1 } })),
  ...named(dayNames, index => ({ kind: "D", found: { dayOfWeek: index } })),
  ...eraNames.map((name): [string, Word] => [name.toLowerCase(), { kind: "E", found: {} }]),
  ["am", { kind: "nothing", found: { half: "AM" } }],
  ["pm", { kind: "nothing", found: { half: "PM" } }],
  ["gmt", { kind: "Z", found: {} }],
  ["z", { kind: "Z", found: {} }],
  [",", { kind: "nothing", found: {} }],
  [".", { kind: "nothing", found: {} }],
]);

/** Each name, in full and abbreviated. */
function named(names: readonly string[], word: (index: number) => Word): [string, Word][] {
  return names.flatMap((name, index) =>
    [name, abbreviated(name)].map((each): [string, Word] => [each.toLowerCase(), word(index)]),
  );
}

const firstLetter = 0x41;
const letters = /[Aa]\.[Dd]\.(?!\p{L})|\p{L}+/uy;

/** The letters that stand here together, in lower case, or else the character; "" at the end. */
function tokenAt(text: string, start: number): string {
  const unit = text.charCodeAt(start);
  if (!(unit >= firstLetter)) return text.charAt(start);
  letters.lastIndex = start;
  return letters.exec(text)?.[0].toLowerCase() ?? text.charAt(start);
}

/** Keeps what was found; false where it was found before. */
function find(reading: FreeReading, found: FreeReading["found"]): boolean {
  for (const key of Object.keys(found)) if (key in reading.found) return false;
  Object.assign(reading.found, found);
  return true;
}
