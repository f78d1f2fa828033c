import * as l10n from "@vscode/l10n";
import { readClass } from "./characterClass.ts";
import { type CharacterSet, complement, everything, single } from "./characterSet.ts";
import { doubtAbout, lazyNothing, optionsInBranch } from "./doubts.ts";
import { readCapturedCondition, readCharacterEscape, readReference, readShorthand } from "./escape.ts";
import { readGroupOpening, startsOptions, takeInlineOptions } from "./group.ts";
import { readQuantifier, startsQuantifier } from "./quantifier.ts";
import {
  atEnd,
  doubt,
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
import { type AnchorPlace, isNullable, type RegexNode } from "./tree.ts";
import { ignoringCase } from "./unicode.ts";

const noOptions: Options = {
  ignoreCase: false,
  multiline: false,
  singleline: false,
  explicitCapture: false,
  ignoreWhiteSpace: false,
};

/** What was read of a pattern. The tree is worthless where the pattern is invalid. */
export interface Reading {
  readonly tree: RegexNode;
  /** How many unnamed groups there are; .NET numbers them all, though it may not capture all. */
  readonly unnamed: number;
  readonly refusal: Refusal | undefined;
}

/**
 * Reads a .NET regular expression, as it is without RegexOptions. `slots` has the slots of its groups by name and by
 * number, on which the meaning of `\10` depends; undefined reads every such escape as a back reference.
 */
export function parseRegex(pattern: string, slots: ReadonlyMap<string, string> | undefined): Reading {
  const scanner = newScanner(pattern, slots);
  const tree = readAlternatives(scanner, noOptions);
  if (!atEnd(scanner)) refuse(scanner, "invalid", l10n.t("There is no opening parenthesis for this closing one."));
  const difference = doubtAbout(tree);
  if (difference !== undefined) doubt(scanner, difference.message, difference.start);
  return { tree, unnamed: scanner.unnamed, refusal: scanner.refusal ?? scanner.doubt };
}

/**
 * Everything up to the end of the group or of the pattern. Inline options hold from their place to there. `conditional`
 * tells that these are the branches behind a condition that is a pattern.
 */
function readAlternatives(scanner: Scanner, outer: Options, conditional = false): RegexNode {
  const branches: RegexNode[] = [];
  let items: RegexNode[] = [];
  let options = outer;
  for (;;) {
    skipBlank(scanner, options);
    if (atEnd(scanner) || peek(scanner) === ")") break;
    if (conditional && startsOptions(scanner)) doubt(scanner, optionsInBranch(), scanner.position);
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
  const start = scanner.position;
  const body = readAtom(scanner, options);
  skipBlank(scanner, options);
  const quantifier = readQuantifier(scanner);
  if (quantifier === undefined) return body;
  skipBlank(scanner, options);
  const lazy = take(scanner, "?");
  const end = scanner.position;
  skipBlank(scanner, options);
  if (startsQuantifier(scanner)) {
    refuse(scanner, "invalid", l10n.t`A quantifier cannot follow a quantifier: ${peek(scanner)}.`);
  }
  const { minimum, maximum } = quantifier;
  if (lazy && minimum <= 1 && maximum === Number.POSITIVE_INFINITY && isNullable(body)) {
    doubt(scanner, lazyNothing(), start);
  }
  return { kind: "Repeat", ...quantifier, lazy, body, start, end };
}

function readAtom(scanner: Scanner, options: Options): RegexNode {
  if (startsQuantifier(scanner)) {
    refuse(scanner, "invalid", l10n.t`There is nothing for the quantifier ${peek(scanner)} to repeat.`);
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
      return { kind: "Anchor", place: options.multiline ? "lineStart" : "start" };
    case "$":
      return { kind: "Anchor", place: options.multiline ? "lineEnd" : "lastLine" };
    default:
      return literal(character.charCodeAt(0), options);
  }
}

function readGroup(scanner: Scanner, options: Options): RegexNode {
  if (scanner.pattern.startsWith("(?(", scanner.position)) return readConditional(scanner, options);
  const start = scanner.position;
  const opening = readGroupOpening(scanner, options);
  return opening.wrap(readBody(scanner, opening.options, start));
}

/** What a group holds, and its closing parenthesis; `start` is where the group begins. */
function readBody(scanner: Scanner, options: Options, start: number, conditional = false): RegexNode {
  enter(scanner, start);
  const body = readAlternatives(scanner, options, conditional);
  scanner.depth--;
  if (!take(scanner, ")")) refuse(scanner, "invalid", l10n.t("The group lacks its closing parenthesis."), start);
  return body;
}

/** Reads `(?(condition)yes|no)` (.NET: alternation constructs). */
function readConditional(scanner: Scanner, options: Options): RegexNode {
  const start = scanner.position;
  scanner.position += 2;
  enter(scanner, start);
  const captured = readCapturedCondition(scanner);
  const condition = captured ?? readPatternCondition(scanner, options);
  const body = readBody(scanner, options, start, captured === undefined);
  scanner.depth--;
  const [yes = body, no, ...others] = body.kind === "Alternation" ? body.branches : [body];
  if (others.length > 0) refuse(scanner, "invalid", l10n.t("A conditional has two branches at most."), start);
  return { kind: "Conditional", condition, yes, no: no ?? nothing, oneBranched: no === undefined, start };
}

const nothing: RegexNode = { kind: "Sequence", items: [] };

/**
 * A condition that is a pattern may itself be a group, but none that captures by name or changes options. .NET does not
 * capture the next unnamed group, which is the condition itself where that has no `?`.
 */
function readPatternCondition(scanner: Scanner, options: Options): RegexNode {
  const start = scanner.position;
  scanner.passesOver = scanner.pattern.startsWith("(?", start);
  if (!scanner.passesOver) {
    scanner.position++;
    return readBody(scanner, options, start);
  }
  if (/^\(\?(?:[:=!>(]|<[=!])/.test(scanner.pattern.slice(start, start + 4))) return readGroup(scanner, options);
  refuse(scanner, "invalid", l10n.t("A condition can neither capture by name nor change options."), start);
  return nothing;
}

function readEscape(scanner: Scanner, options: Options): RegexNode {
  const place = anchors[peek(scanner)];
  if (place !== undefined) {
    scanner.position++;
    return { kind: "Anchor", place };
  }
  const set = readShorthand(scanner, options.ignoreCase);
  if (set !== undefined) return { kind: "Characters", set };
  const slot = readReference(scanner);
  if (slot === undefined) return literal(readCharacterEscape(scanner), options);
  return { kind: "BackReference", slot, ignoreCase: options.ignoreCase };
}

const newline = 0x0a;

const anchors: Readonly<Record<string, AnchorPlace>> = {
  A: "start",
  Z: "lastLine",
  z: "end",
  b: "boundary",
  B: "notBoundary",
  G: "searchStart",
};

function literal(code: number, { ignoreCase }: Options): RegexNode {
  const set: CharacterSet = single(code);
  return { kind: "Characters", set: ignoreCase ? ignoringCase(set) : set };
}
