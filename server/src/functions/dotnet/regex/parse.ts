import { readClass } from "./characterClass.ts";
import { type CharacterSet, complement, everything, printSet, single } from "./characterSet.ts";
import { readCharacterEscape, readReference, readShorthand } from "./escape.ts";
import { readGroupOpening, takeInlineOptions } from "./group.ts";
import { readQuantifier, startsQuantifier } from "./quantifier.ts";
import {
  atEnd,
  enter,
  newScanner,
  type Options,
  peek,
  type Refusal,
  refuse,
  type Scanner,
  skipBlank,
  take,
} from "./scanner.ts";
import type { RegexNode } from "./tree.ts";
import { boundaryCharacters, ignoringCase } from "./unicode.ts";

const noOptions: Options = {
  ignoreCase: false,
  multiline: false,
  singleline: false,
  explicitCapture: false,
  ignoreWhiteSpace: false,
};

/**
 * Reads a .NET regular expression, as it is without RegexOptions. `slots` has the slots of its groups by name and by
 * number, on which the meaning of `\10` depends; undefined reads every such escape as a back reference.
 */
export function parseRegex(pattern: string, slots: ReadonlyMap<string, string> | undefined): RegexNode | Refusal {
  const scanner = newScanner(pattern, slots);
  const tree = readAlternatives(scanner, noOptions);
  if (!atEnd(scanner)) refuse(scanner, "invalid", "There is no opening parenthesis for this closing one.");
  return scanner.refusal ?? tree;
}

/** Everything up to the end of the group or of the pattern. Inline options hold from their place to there. */
function readAlternatives(scanner: Scanner, outer: Options): RegexNode {
  const branches: RegexNode[] = [];
  let items: RegexNode[] = [];
  let options = outer;
  for (;;) {
    skipBlank(scanner, options);
    if (atEnd(scanner) || peek(scanner) === ")") break;
    const changed = takeInlineOptions(scanner, options);
    if (changed !== undefined) options = changed;
    else if (take(scanner, "|")) items = startBranch(branches, items);
    else items.push(readQuantified(scanner, options));
  }
  startBranch(branches, items);
  const [only] = branches;
  return branches.length === 1 && only !== undefined ? only : { kind: "Alternation", branches };
}

/** Ends the branch that the items are and gives the items of the next. */
function startBranch(branches: RegexNode[], items: readonly RegexNode[]): RegexNode[] {
  branches.push({ kind: "Sequence", items });
  return [];
}

function readQuantified(scanner: Scanner, options: Options): RegexNode {
  const body = readAtom(scanner, options);
  skipBlank(scanner, options);
  const position = scanner.position;
  const quantifier = readQuantifier(scanner);
  if (quantifier === undefined) return body;
  skipBlank(scanner, options);
  const lazy = take(scanner, "?");
  skipBlank(scanner, options);
  if (startsQuantifier(scanner)) {
    refuse(scanner, "invalid", `A quantifier cannot follow a quantifier: ${peek(scanner)}.`);
  }
  return { kind: "Repeat", ...quantifier, lazy, body, position };
}

function readAtom(scanner: Scanner, options: Options): RegexNode {
  if (startsQuantifier(scanner)) {
    refuse(scanner, "invalid", `There is nothing for the quantifier ${peek(scanner)} to repeat.`);
  }
  const character = peek(scanner);
  if (character === "(") return readGroup(scanner, options);
  scanner.position++;
  switch (character) {
    case "[":
      return { kind: "Characters", set: readClass(scanner, options.ignoreCase) };
    case "\\":
      return readEscape(scanner, options);
    case ".":
      return { kind: "Characters", set: options.singleline ? everything : complement(single(newline)) };
    case "^":
      return anchor(options.multiline ? "(?<![^\\n])" : "^");
    case "$":
      return anchor(options.multiline ? "(?![^\\n])" : "(?=\\n?$)");
    default:
      return literal(character.charCodeAt(0), options);
  }
}

function readGroup(scanner: Scanner, options: Options): RegexNode {
  const start = scanner.position;
  const opening = readGroupOpening(scanner, options);
  enter(scanner, start);
  const body = readAlternatives(scanner, opening.options);
  scanner.depth--;
  if (!take(scanner, ")")) refuse(scanner, "invalid", "The group lacks its closing parenthesis.", start);
  return opening.wrap(body);
}

function readEscape(scanner: Scanner, options: Options): RegexNode {
  const position = scanner.position - 1;
  const place = anchors[peek(scanner)];
  if (place !== undefined) {
    scanner.position++;
    return anchor(place);
  }
  if (peek(scanner) === "G") refuse(scanner, "unsupported", "\\G is not supported.", position);
  const set = readShorthand(scanner, options.ignoreCase);
  if (set !== undefined) return { kind: "Characters", set };
  const slot = readReference(scanner);
  if (slot === undefined) return literal(readCharacterEscape(scanner), options);
  if (options.ignoreCase) {
    refuse(scanner, "unsupported", "A back reference together with the option i is not supported.", position);
  }
  return { kind: "BackReference", slot, position };
}

const newline = 0x0a;
const boundary = printSet(boundaryCharacters);

const anchors: Readonly<Record<string, string>> = {
  A: "^",
  Z: "(?=\\n?$)",
  z: "$",
  b: `(?:(?<=${boundary})(?!${boundary})|(?<!${boundary})(?=${boundary}))`,
  B: `(?:(?<=${boundary})(?=${boundary})|(?<!${boundary})(?!${boundary}))`,
};

function anchor(source: string): RegexNode {
  return { kind: "Anchor", source };
}

function literal(code: number, { ignoreCase }: Options): RegexNode {
  const set: CharacterSet = single(code);
  return { kind: "Characters", set: ignoreCase ? ignoringCase(set) : set };
}
