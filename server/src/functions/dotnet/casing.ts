import { isAscii } from "./ascii.ts";

/**
 * How .NET changes the case of letters: `invariant`, as Turkish and Azerbaijani do, or as every other culture does. All
 * map one code point to one code point; they differ in the Turkish letters alone.
 */
export type Casing = "invariant" | "turkic" | "cultural";

/** The casing of a culture given by its RFC 4646 name, "" being the invariant one; undefined for an unknown culture. */
export function casing(culture: string): Casing | undefined {
  if (culture === "") return "invariant";
  if (!isKnownCulture(culture)) return undefined;
  return ["tr", "az"].includes(new Intl.Locale(culture).language) ? "turkic" : "cultural";
}

/** The text with every letter in upper case. */
export function toUpperCase(text: string, rules: Casing): string {
  if (rules !== "turkic" && isAscii(text)) return text.toUpperCase();
  return Array.from(text, letter => upperExceptions[rules][letter] ?? oneToOneUpper(letter)).join("");
}

/** The text in upper case by the invariant rules; as long as the text itself. */
export function toUpperInvariant(text: string): string {
  return toUpperCase(text, "invariant");
}

/** The text with every letter in lower case. */
export function toLowerCase(text: string, rules: Casing): string {
  if (rules !== "turkic" && isAscii(text)) return text.toLowerCase();
  return Array.from(text, letter => lowerExceptions[rules][letter] ?? letter.toLowerCase()).join("");
}

const upperExceptions: Readonly<Record<Casing, Readonly<Record<string, string>>>> = {
  invariant: { ı: "ı" },
  turkic: { i: "İ" },
  cultural: {},
};

const lowerExceptions: Readonly<Record<Casing, Readonly<Record<string, string>>>> = {
  invariant: { İ: "İ" },
  turkic: { I: "ı", İ: "i" },
  cultural: { İ: "i" },
};

/** JavaScript knows the full mapping, ß to SS. Letters that have no single upper-case letter stay, but for ᾳ and its kin. */
function oneToOneUpper(letter: string): string {
  const upper = letter.toUpperCase();
  if (upper.length === letter.length) return upper;
  const code = letter.codePointAt(0) ?? 0;
  return (
    [code + 8, code + 9].map(near => String.fromCodePoint(near)).find(near => near.toLowerCase() === letter) ?? letter
  );
}

function isKnownCulture(name: string): boolean {
  try {
    return Intl.Collator.supportedLocalesOf(name).length > 0;
  } catch {
    return false;
  }
}
