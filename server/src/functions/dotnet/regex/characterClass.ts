import * as l10n from "@vscode/l10n";
import { type CharacterRange, type CharacterSet, complement, difference, single, union } from "./characterSet.ts";
import { escapedEnd, posixClass } from "./doubts.ts";
import { nameCharacters, readCharacterEscape, readShorthand } from "./escape.ts";
import { atEnd, doubt, enter, peek, refuse, type Scanner, take } from "./scanner.ts";
import { ignoringCase } from "./unicode.ts";

const hyphen = 0x2d;

/** Reads a class behind its `[`, up to and with its `]`, subtractions `-[…]` applied (.NET: character classes). */
export function readClass(scanner: Scanner, ignoreCase: boolean): CharacterSet {
  const start = scanner.position - 1;
  const negated = take(scanner, "^");
  const written: CharacterRange[] = [];
  const shorthands: CharacterRange[] = [];
  let removed: CharacterSet = [];
  for (let first = true; first || !take(scanner, "]"); first = false) {
    if (atEnd(scanner)) {
      refuse(scanner, "invalid", l10n.t("The class lacks its closing bracket ]."), start);
      break;
    }
    const shorthand = readClassShorthand(scanner, ignoreCase);
    if (shorthand !== undefined) shorthands.push(...shorthand);
    else if (!first && take(scanner, "-[")) removed = readSubtraction(scanner, ignoreCase);
    else written.push(readRange(scanner));
  }
  const members = union([...shorthands, ...(ignoreCase ? ignoringCase(written) : written)]);
  return difference(negated ? complement(members) : members, removed);
}

function readSubtraction(scanner: Scanner, ignoreCase: boolean): CharacterSet {
  enter(scanner, scanner.position - 1);
  const removed = readClass(scanner, ignoreCase);
  scanner.depth--;
  if (!atEnd(scanner) && peek(scanner) !== "]") {
    refuse(scanner, "invalid", l10n.t("A subtraction must be the last part of its class."));
  }
  return removed;
}

/** A member that cannot begin a range: `\d` and the like, and `\-`. */
function readClassShorthand(scanner: Scanner, ignoreCase: boolean): CharacterSet | undefined {
  if (take(scanner, "\\-")) return single(hyphen);
  if (!take(scanner, "\\")) return undefined;
  const set = readShorthand(scanner, ignoreCase);
  if (set === undefined) scanner.position--;
  return set;
}

/** One character, or two with a hyphen between them. */
function readRange(scanner: Scanner): CharacterRange {
  const start = scanner.position;
  const first = readCharacter(scanner);
  if (!startsRange(scanner)) return [first, first];
  scanner.position++;
  const escaped = scanner.pattern.startsWith("\\-", scanner.position);
  if (escaped) doubt(scanner, escapedEnd(), scanner.position);
  if (/^\\[dDsSwWpP]/.test(scanner.pattern.slice(scanner.position, scanner.position + 2))) {
    refuse(scanner, "invalid", l10n.t("A range of a class cannot end with a set of characters."));
  }
  const last = readCharacter(scanner);
  if (last < first && !escaped) refuse(scanner, "invalid", l10n.t("The range of a class runs backwards."), start);
  return [first, last];
}

/** A hyphen makes a range unless it is the last character of the class or begins a subtraction. */
function startsRange({ pattern, position }: Scanner): boolean {
  return pattern[position] === "-" && position + 1 < pattern.length && !/[[\]]/.test(pattern.charAt(position + 1));
}

function readCharacter(scanner: Scanner): number {
  if (startsPosixClass(scanner)) doubt(scanner, posixClass(), scanner.position);
  if (take(scanner, "\\")) return readCharacterEscape(scanner);
  const code = peek(scanner).charCodeAt(0);
  scanner.position++;
  return code;
}

function startsPosixClass({ pattern, position }: Scanner): boolean {
  posixName.lastIndex = position;
  return posixName.test(pattern);
}

const posixName = new RegExp(`\\[:${nameCharacters}*:\\]`, "uy");
