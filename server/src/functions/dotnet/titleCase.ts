import { toUpperInvariant } from "./casing.ts";

/** Letters that .NET's `TextInfo.ToTitleCase` gives a form of their own, neither upper nor lower case. */
const titleForms: Readonly<Record<string, string>> = { ǆ: "ǅ", ǉ: "ǈ", ǌ: "ǋ", ǳ: "ǲ" };

/**
 * A word: it begins with a letter and ends before a blank, a control or format character, punctuation or a symbol.
 * Digits, marks and the ASCII apostrophe do not end it.
 */
const words = /(\p{L})((?:[^\p{Z}\p{Cc}\p{Cf}\p{P}\p{S}]|')*)/gu;

/** .NET's `TextInfo.ToTitleCase`, invariant, of a text that is in lower case: the first letter of every word in title case. */
export function toTitleCase(lowerCase: string): string {
  return lowerCase.replace(words, (_word, first: string, rest: string) => titleCaseOf(first) + rest);
}

/** A character as it stands at the start of a word. */
export function titleCaseOf(character: string): string {
  return titleForms[character] ?? toUpperInvariant(character);
}
