import * as l10n from "@vscode/l10n";
import { type CharacterSet, complement } from "./characterSet.ts";
import { largestNumber, peek, refuse, type Scanner, takeMatch } from "./scanner.ts";
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

const shorthands: Readonly<Record<string, () => CharacterSet>> = {
  d: digits,
  D: () => complement(digits()),
  s: spaces,
  S: () => complement(spaces()),
  w: wordCharacters,
  W: () => complement(wordCharacters()),
};

/** Reads `\d`, `\p{…}` and the like behind their backslash; undefined where something else is there. */
export function readShorthand(scanner: Scanner, ignoreCase: boolean): CharacterSet | undefined {
  const letter = peek(scanner);
  if (letter !== "p" && letter !== "P") {
    const set = shorthands[letter]?.();
    if (set !== undefined) scanner.position++;
    return set;
  }
  const start = scanner.position - 1;
  const name = takeMatch(scanner, /[pP]\{([^}]*)\}/y)?.[1];
  const set = name === undefined ? undefined : property(name, ignoreCase);
  if (name === undefined) refuse(scanner, "invalid", l10n.t`\\${letter} needs a name in braces, as in \\p{L}.`, start);
  else if (set === undefined) refuse(scanner, "invalid", l10n.t`There is no Unicode category or block ${name}.`, start);
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
  if (letter === "") refuse(scanner, "invalid", l10n.t("A pattern cannot end with a single backslash."), start);
  else if (new RegExp(nameCharacters, "u").test(letter)) {
    refuse(scanner, "invalid", l10n.t`\\${letter} is not a known escape.`, start);
  }
  return letter.charCodeAt(0);
}

/** Reads a back reference behind its backslash and gives its slot: `1`, `k<name>`, `k'name'`, `<name>`; undefined for another escape. */
export function readReference(scanner: Scanner): string | undefined {
  return /[1-9]/.test(peek(scanner)) ? readNumberedReference(scanner) : readNamedReference(scanner);
}

/** Several digits that are no group are an octal escape. */
function readNumberedReference(scanner: Scanner): string | undefined {
  const start = scanner.position;
  const number = takeMatch(scanner, /\d+/y)?.[0] ?? "";
  const slot = slotOf(scanner, number);
  if (slot === undefined && (number.length === 1 || Number(number) > largestNumber)) {
    refuseReference(scanner, number, start - 1);
  } else if (slot === undefined) scanner.position = start;
  return slot;
}

function readNamedReference(scanner: Scanner): string | undefined {
  const backslash = scanner.position - 1;
  const named = takeMatch(scanner, referenceByName);
  if (named === undefined) {
    if (peek(scanner) === "k") refuse(scanner, "invalid", l10n.t("\\k needs a name, as in \\k<name>."), backslash);
    return undefined;
  }
  const name = named[1] ?? named[2] ?? "";
  const slot = slotOf(scanner, withoutLeadingZeros(name));
  if (slot === undefined) refuseReference(scanner, name, backslash);
  return slot;
}

const groupReference = `\\d+|(?!\\d)${nameCharacters}+`;

const referenceByName = new RegExp(`k?(?:<(${groupReference})>|'(${groupReference})')`, "uy");

/** A number as a slot is named by; a name stays. */
export function withoutLeadingZeros(name: string): string {
  return /^\d+$/.test(name) ? String(Number(name)) : name;
}

/** The slot that a name or number stands for; undefined where there is no such group. */
export function slotOf({ slots }: Scanner, spelling: string): string | undefined {
  return slots === undefined ? spelling : slots.get(spelling);
}

/** Ends the reading at a reference to a group that does not exist. */
export function refuseReference(scanner: Scanner, spelling: string, position: number): void {
  refuse(scanner, "invalid", l10n.t`There is no group ${spelling} to refer back to.`, position);
}

/** Reads a condition `(1)` or `(name)` that asks for a capture; undefined where the parentheses hold a pattern. */
export function readCapturedCondition(
  scanner: Scanner,
): { readonly kind: "Captured"; readonly slot: string } | undefined {
  const start = scanner.position;
  const name = takeMatch(scanner, nameInParentheses)?.[1];
  const slot = name === undefined ? undefined : slotOf(scanner, withoutLeadingZeros(name));
  if (slot !== undefined) return { kind: "Captured", slot };
  scanner.position = start;
  const digit = /^\(\d/.test(scanner.pattern.slice(start, start + 2));
  if (digit)
    refuse(
      scanner,
      "invalid",
      l10n.t("A condition that begins with a digit is the number of a group and nothing else."),
      start,
    );
  return undefined;
}

const nameInParentheses = new RegExp(`\\((${nameCharacters}+)\\)`, "uy");
