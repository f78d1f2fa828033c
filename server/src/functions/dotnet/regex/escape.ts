import { type CharacterSet, complement } from "./characterSet.ts";
import { atEnd, peek, refuse, type Scanner, takeMatch } from "./scanner.ts";
import { digits, property, spaces, wordCharacters } from "./unicode.ts";

/** A letter, mark, digit or joiner of names; .NET has no escape of these but the ones it defines. */
export const nameCharacters = "[\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}\\u200c\\u200d]";

const letterEscapes: Readonly<Record<string, number>> = {
  a: 0x07,
  b: 0x08,
  e: 0x1b,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  v: 0x0b,
};

const shorthands: Readonly<Record<string, CharacterSet>> = {
  d: digits,
  D: complement(digits),
  s: spaces,
  S: complement(spaces),
  w: wordCharacters,
  W: complement(wordCharacters),
};

/** Reads `\d`, `\p{…}` and the like behind their backslash; undefined where something else is there. */
export function readShorthand(scanner: Scanner, ignoreCase: boolean): CharacterSet | undefined {
  const letter = peek(scanner);
  if (letter !== "p" && letter !== "P") {
    const set = shorthands[letter];
    if (set !== undefined) scanner.position++;
    return set;
  }
  const start = scanner.position - 1;
  const name = takeMatch(scanner, /[pP]\{([^}]*)\}/y)?.[1];
  const set = name === undefined ? undefined : property(name);
  if (name === undefined) refuse(scanner, "invalid", `\\${letter} needs a name in braces, as in \\p{L}.`, start);
  else if (set === undefined) refuse(scanner, "invalid", `There is no Unicode category or block ${name}.`, start);
  else if (ignoreCase && /^L[ult]$/.test(name)) {
    refuse(scanner, "unsupported", `\\p{${name}} together with the option i is not supported.`, start);
  }
  return (letter === "p" ? set : complement(set ?? [])) ?? [];
}

/** Reads the code unit that an escape stands for, behind its backslash (.NET: character escapes). */
export function readCharacterEscape(scanner: Scanner): number {
  const start = scanner.position - 1;
  const octal = takeMatch(scanner, /[0-7]{1,3}/y)?.[0];
  if (octal !== undefined) return Number.parseInt(octal, 8) & 0xff;
  const hexadecimal = takeMatch(scanner, /x([\da-fA-F]{2})|u([\da-fA-F]{4})/y);
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? "", 16);
  const control = takeMatch(scanner, /c([@-_a-z])/y)?.[1];
  if (control !== undefined) return control.toUpperCase().charCodeAt(0) - 0x40;
  const letter = peek(scanner);
  scanner.position++;
  const code = letterEscapes[letter];
  if (code !== undefined) return code;
  if (letter === "") refuse(scanner, "invalid", "A pattern cannot end with a single backslash.", start);
  else if (new RegExp(nameCharacters, "u").test(letter)) {
    refuse(scanner, "invalid", `\\${letter} is not a known escape.`, start);
  }
  return letter.charCodeAt(0);
}

/** Reads the name or number of a back reference behind its backslash: `1`, `k<name>`, `k'name'`, `<name>`; undefined for another escape. */
export function readReference(scanner: Scanner): string | undefined {
  const start = scanner.position;
  const backslash = start - 1;
  if (/[1-9]/.test(peek(scanner))) {
    const number = takeMatch(scanner, /\d+/y)?.[0] ?? "";
    if (isSlot(scanner, number)) return number;
    if (number.length === 1) refuse(scanner, "invalid", `There is no group ${number} to refer back to.`, backslash);
    else scanner.position = start;
    return undefined;
  }
  const named = takeMatch(scanner, referenceByName);
  if (named === undefined) {
    if (peek(scanner) === "k" && !atEnd(scanner))
      refuse(scanner, "invalid", "\\k needs a name, as in \\k<name>.", backslash);
    return undefined;
  }
  const name = slotName(named[1] ?? named[2] ?? "");
  if (!isSlot(scanner, name)) refuse(scanner, "invalid", `There is no group ${name} to refer back to.`, backslash);
  return name;
}

const referenceByName = new RegExp(`k?(?:<(${nameCharacters}+)>|'(${nameCharacters}+)')`, "uy");

/** The slot of a name as written: a number may have leading zeros. */
export function slotName(written: string): string {
  return /^\d+$/.test(written) ? String(Number(written)) : written;
}

function isSlot({ slots }: Scanner, slot: string): boolean {
  return slots === undefined || slots.has(slot);
}
