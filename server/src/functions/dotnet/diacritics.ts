import { isAscii } from "./ascii.ts";
import { lettersByReplacement } from "./diacriticsTable.ts";

const replacements: ReadonlyMap<string, string> = new Map(
  Object.entries(lettersByReplacement).flatMap(([replacement, letters]) =>
    letters.split(" ").map(letter => [letter, replacement] as const),
  ),
);

/** From here on letters may be combined of several code units; a text below is composed as it stands. */
const firstCombining = 0x300;

/** The replacements of single code units below that, by code unit. */
const ofUnits: readonly (string | undefined)[] = Array.from({ length: firstCombining }, (_, unit) =>
  replacements.get(String.fromCharCode(unit)),
);

/** A letter with up to two combining marks behind it; the table has no longer entry. */
const longest = 3;

/** The text, composed (NFC), with every letter that Microsoft's table lists replaced; other letters stay. */
export function replaceListedDiacritics(text: string): string {
  let result = "";
  let end = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= firstCombining) return replaceSequences(text.normalize("NFC"));
    const replacement = ofUnits[unit];
    if (replacement === undefined) continue;
    result += text.slice(end, index) + replacement;
    end = index + 1;
  }
  return end === 0 ? text : result + text.slice(end);
}

function replaceSequences(composed: string): string {
  let result = "";
  let index = 0;
  while (index < composed.length) {
    const entry = entryAt(composed, index);
    result += replacements.get(entry) ?? entry;
    index += entry.length;
  }
  return result;
}

/** The text, composed, without combining diacritical marks on any letter. */
export function stripMarks(text: string): string {
  if (isAscii(text)) return text;
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/** The longest listed sequence at the index, or the code unit that is there. */
function entryAt(text: string, index: number): string {
  for (let length = longest; length > 1; length--) {
    const sequence = text.slice(index, index + length);
    if (replacements.has(sequence)) return sequence;
  }
  return text.charAt(index);
}
