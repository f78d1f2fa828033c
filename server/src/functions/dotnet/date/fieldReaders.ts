import type { FieldLetter } from "../dateFormat.ts";
import { behindDigits, isLetter } from "./characters.ts";
import { abbreviated, dayNames, eraNames, monthNames } from "./names.ts";

/** What a text was found to say of a date. Months and days count from 1, days of the week from Sunday, 0. */
export interface Found {
  readonly year?: number;
  readonly isTwoDigitYear?: true;
  readonly month?: number;
  readonly day?: number;
  readonly dayOfWeek?: number;
  readonly hour?: number;
  readonly isTwelveHour?: true;
  readonly half?: "AM" | "PM";
  readonly minute?: number;
  readonly second?: number;
  /** What follows the second, in ticks. */
  readonly fraction?: number;
  /** How many minutes the date is ahead of UTC. */
  readonly offset?: number;
  /** Its zone is written as Z, not as an offset. */
  readonly isUtc?: true;
}

/** What a field of a format finds at a place, and where it ends. */
export interface Reading {
  readonly found: Found;
  readonly end: number;
}

type Reader = (text: string, start: number, count: number) => Reading | undefined;

/** How DateTime.ParseExact reads each letter of a format, by how often the letter stands; undefined where the text does not fit. */
export const fieldReaders: Readonly<Record<FieldLetter, Reader>> = {
  d: (text, start, count) =>
    count <= 2
      ? number(text, start, count, day => ({ day }))
      : named(text, start, count, dayNames, dayOfWeek => ({ dayOfWeek })),
  f: (text, start, count) => fraction(text, start, count, count),
  F: (text, start, count) => fraction(text, start, 0, count),
  g: era,
  h: (text, start, count) => number(text, start, Math.min(count, 2), hour => ({ hour, isTwelveHour: true })),
  H: (text, start, count) => number(text, start, Math.min(count, 2), hour => ({ hour })),
  K: (text, start) => roundTripZone(text, start),
  m: (text, start, count) => number(text, start, Math.min(count, 2), minute => ({ minute })),
  M: (text, start, count) =>
    count <= 2
      ? number(text, start, count, month => ({ month }))
      : named(text, start, count, monthNames, index => ({ month: index + 1 })),
  s: (text, start, count) => number(text, start, Math.min(count, 2), second => ({ second })),
  t: half,
  y: (text, start, count) =>
    number(text, start, count, year => (count <= 2 ? { year, isTwoDigitYear: true } : { year })),
  z: readOffset,
  Z: universal,
};

/** One letter stands for one or two digits, more letters for as many digits. */
function number(text: string, start: number, count: number, found: (value: number) => Found): Reading | undefined {
  const end = behindDigits(text, start, count === 1 ? 2 : count);
  if (end - start < count) return undefined;
  return { found: found(Number(text.slice(start, end))), end };
}

function fraction(text: string, start: number, least: number, most: number): Reading | undefined {
  const end = behindDigits(text, start, most);
  if (end - start < least) return undefined;
  return { found: { fraction: Number(text.slice(start, end).padEnd(7, "0")) }, end };
}

function named(
  text: string,
  start: number,
  count: number,
  names: readonly string[],
  found: (index: number) => Found,
): Reading | undefined {
  const written = count === 3 ? names.map(abbreviated) : names;
  const index = written.findIndex(name => startsWith(text, start, name));
  const name = written[index];
  return name === undefined ? undefined : { found: found(index), end: start + name.length };
}

/** Whether the name stands here, in any case of letters. */
function startsWith(text: string, start: number, name: string): boolean {
  return text.slice(start, start + name.length).toLowerCase() === name.toLowerCase();
}

function era(text: string, start: number): Reading | undefined {
  const name = eraNames.find(name => startsWith(text, start, name));
  return name === undefined ? undefined : { found: {}, end: start + name.length };
}

/** A lone `t` is the first letter of AM or PM, as it is written. */
function half(text: string, start: number, count: number): Reading | undefined {
  const size = Math.min(count, 2);
  const here = text.slice(start, start + size);
  const found = (["AM", "PM"] as const).find(name => name.slice(0, size) === (size === 1 ? here : here.toUpperCase()));
  return found === undefined ? undefined : { found: { half: found }, end: start + size };
}

/** A sign, then hours and, from three letters on, minutes, with or without a colon between. */
function readOffset(text: string, start: number, count: number): Reading | undefined {
  const sign = text.charAt(start);
  if (sign !== "+" && sign !== "-") return undefined;
  const hours = number(text, start + 1, count === 2 ? 2 : 1, hour => ({ hour }));
  if (hours === undefined || count <= 2) return hours && offsetReading(sign, hours, 0, hours.end);
  const colon = text.charAt(hours.end) === ":" ? 1 : 0;
  const minutes = number(text, hours.end + colon, 2, minute => ({ minute }));
  if (minutes?.found.minute === undefined || minutes.found.minute > 59) return undefined;
  return offsetReading(sign, hours, minutes.found.minute, minutes.end);
}

function offsetReading(sign: "+" | "-", { found: { hour = 0 } }: Reading, minutes: number, end: number): Reading {
  const size = hour * 60 + minutes;
  return { found: { offset: sign === "-" && size > 0 ? -size : size }, end };
}

function roundTripZone(text: string, start: number): Reading | undefined {
  const next = text.charAt(start);
  if (next === "Z") return { found: { offset: 0, isUtc: true }, end: start + 1 };
  return next === "+" || next === "-" ? readOffset(text, start, 3) : { found: {}, end: start };
}

/** Z or GMT, in any case of letters, with no letter behind it. */
function universal(text: string, start: number): Reading | undefined {
  const name = ["GMT", "Z"].find(name => startsWith(text, start, name) && !isLetter(text.charAt(start + name.length)));
  return name === undefined ? undefined : { found: { offset: 0, isUtc: true }, end: start + name.length };
}
