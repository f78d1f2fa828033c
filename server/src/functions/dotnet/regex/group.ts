import { nameCharacters, withoutLeadingZeros } from "./escape.ts";
import { type Options, refuse, type Scanner, take, takeMatch } from "./scanner.ts";
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
  if (take(scanner, ">")) return { options, wrap: body => ({ kind: "Atomic", body, position: start }) };
  const inside = takeOptions(scanner, ":", options);
  if (inside !== undefined) return { options: inside, wrap: body => body };
  return namedGroup(scanner, options, start);
}

/** Reads `(?i)` and the like, which change the options for the rest of the surrounding group; undefined where none is. */
export function takeInlineOptions(scanner: Scanner, options: Options): Options | undefined {
  const start = scanner.position;
  const changed = take(scanner, "(?") ? takeOptions(scanner, ")", options) : undefined;
  if (changed === undefined) scanner.position = start;
  return changed;
}

function unnamedGroup(scanner: Scanner, options: Options): GroupOpening {
  if (options.explicitCapture) return { options, wrap: body => body };
  scanner.unnamed++;
  const slot = String(scanner.unnamed);
  return { options, wrap: body => ({ kind: "Capture", slot, body }) };
}

function namedGroup(scanner: Scanner, options: Options, start: number): GroupOpening {
  const written = takeMatch(scanner, groupName);
  const slot = withoutLeadingZeros(written?.[1] ?? written?.[2] ?? "");
  if (written === undefined) refuseGroup(scanner, start);
  else if (/^\d/.test(slot) && !/^[1-9]\d*$/.test(slot)) {
    refuse(scanner, "invalid", `${slot} is neither a name nor a number for a group.`, start);
  }
  return { options, wrap: body => ({ kind: "Capture", slot, body }) };
}

const groupName = new RegExp(`<(${nameCharacters}+)>|'(${nameCharacters}+)'`, "uy");

function refuseGroup(scanner: Scanner, start: number): void {
  if (take(scanner, "(")) refuse(scanner, "unsupported", "The conditional (?(…)…|…) is not supported.", start);
  else if (takeMatch(scanner, balancing) !== undefined) {
    refuse(scanner, "unsupported", "Balancing groups (?<a-b>…) are not supported.", start);
  } else refuse(scanner, "invalid", "The characters behind (? are no known group.", start);
}

const balancing = new RegExp(`<${nameCharacters}*-${nameCharacters}+>|'${nameCharacters}*-${nameCharacters}+'`, "uy");

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
