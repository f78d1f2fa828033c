import * as l10n from "@vscode/l10n";
import { nameCharacters, refuseReference, slotOf, withoutLeadingZeros } from "./escape.ts";
import { largestNumber, type Options, refuse, type Scanner, take, takeMatch } from "./scanner.ts";
import type { RegexNode } from "./tree.ts";

/** How a group begins: the options inside it, and what its body becomes. */
export interface GroupOpening {
  readonly options: Options;
  readonly wrap: (body: RegexNode) => RegexNode;
}

/** Reads `(`, `(?:`, `(?<name>` and so on (.NET: grouping constructs). */
export function readGroupOpening(scanner: Scanner, options: Options): GroupOpening {
  const start = scanner.position;
  scanner.position++;
  if (!take(scanner, "?")) return unnamedGroup(scanner, options);
  const look = takeMatch(scanner, /(<?)([=!])/y);
  if (look !== undefined) {
    const [behind, negative] = [look[1] === "<", look[2] === "!"];
    return { options, wrap: body => ({ kind: "Lookaround", behind, negative, body }) };
  }
  if (take(scanner, ":")) return { options, wrap: body => body };
  if (take(scanner, ">")) return { options, wrap: body => ({ kind: "Atomic", body }) };
  const inside = takeOptions(scanner, ":", options);
  if (inside !== undefined) return { options: inside, wrap: body => body };
  return namedGroup(scanner, options, start);
}

/** Whether `(?i)`, `(?i:` or the like is next. */
export function startsOptions({ pattern, position }: Scanner): boolean {
  const options = /\(\?[imnsx+-]+[:)]/iy;
  options.lastIndex = position;
  return options.test(pattern);
}

/** Reads `(?i)` and the like, which change the options for the rest of the surrounding group; undefined where none is. */
export function takeInlineOptions(scanner: Scanner, options: Options): Options | undefined {
  const start = scanner.position;
  const changed = take(scanner, "(?") ? takeOptions(scanner, ")", options) : undefined;
  if (changed === undefined) scanner.position = start;
  return changed;
}

function unnamedGroup(scanner: Scanner, options: Options): GroupOpening {
  if (!options.explicitCapture) scanner.unnamed++;
  const captures = !(options.explicitCapture || scanner.passesOver);
  scanner.passesOver = false;
  if (!captures) return { options, wrap: body => body };
  scanner.captured++;
  const slot = String(scanner.captured);
  return { options, wrap: body => ({ kind: "Capture", slot, body }) };
}

function namedGroup(scanner: Scanner, options: Options, start: number): GroupOpening {
  const written = takeMatch(scanner, groupName);
  if (written === undefined) return balancingGroup(scanner, options, start);
  const slot = slotNamed(scanner, written[1] ?? written[2] ?? "", start);
  return { options, wrap: body => (slot === undefined ? body : { kind: "Capture", slot, body }) };
}

const groupName = new RegExp(`<(${nameCharacters}+)>|'(${nameCharacters}+)'`, "uy");

/** Reads `<slot-removed>` or `<-removed>` (.NET: balancing group definitions). */
function balancingGroup(scanner: Scanner, options: Options, start: number): GroupOpening {
  const written = takeMatch(scanner, balancing);
  if (written === undefined) refuse(scanner, "invalid", l10n.t("The characters behind (? are no known group."), start);
  const [, name = written?.[3], other = written?.[4] ?? ""] = written ?? [];
  const slot = name ? slotNamed(scanner, name, start) : undefined;
  const removed = slotOf(scanner, withoutLeadingZeros(other));
  if (removed === undefined) refuseReference(scanner, other, start);
  return { options, wrap: body => ({ kind: "Balance", slot, removed: removed ?? "", body, start }) };
}

const balancing = new RegExp(
  `<(${nameCharacters}*)-(${nameCharacters}+)>|'(${nameCharacters}*)-(${nameCharacters}+)'`,
  "uy",
);

/** A number with leading zeros makes no group: it stands for one that is there, undefined while they are being collected. */
function slotNamed(scanner: Scanner, name: string, start: number): string | undefined {
  const slot = withoutLeadingZeros(name);
  const known = slot === name || slotOf(scanner, slot) !== undefined;
  if (!known || (/^\d/.test(slot) && !isGroupNumber(slot))) {
    refuse(scanner, "invalid", l10n.t`${name} is neither a name nor a number for a group.`, start);
  }
  return slot === name ? slot : scanner.slots?.get(slot);
}

function isGroupNumber(slot: string): boolean {
  return /^[1-9]\d*$/.test(slot) && Number(slot) <= largestNumber;
}

const optionsByLetter = {
  i: "ignoreCase",
  m: "multiline",
  s: "singleline",
  n: "explicitCapture",
  x: "ignoreWhiteSpace",
} as const;

/** Reads letters such as `im-sx` up to and with the given end. */
function takeOptions(scanner: Scanner, end: ":" | ")", options: Options): Options | undefined {
  const start = scanner.position;
  const letters = takeMatch(scanner, /[imnsx+-]+/iy)?.[0];
  if (letters === undefined || !take(scanner, end)) {
    scanner.position = start;
    return undefined;
  }
  const changed = { ...options };
  let on = true;
  for (const letter of letters.toLowerCase()) {
    if (letter === "+" || letter === "-") on = letter === "+";
    else changed[optionsByLetter[letter as keyof typeof optionsByLetter]] = on;
  }
  return changed;
}
