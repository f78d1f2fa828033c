import * as l10n from "@vscode/l10n";

/** Why a pattern cannot be used: .NET refuses it (`invalid`), or what .NET does with it is not reproduced (`unsupported`). */
export interface Refusal {
  readonly kind: "invalid" | "unsupported";
  /** Names the construct, and what can be done where that is short. */
  readonly message: string;
  /** Offset into the pattern. */
  readonly position: number;
}

/** A pattern being read. The first refusal ends the reading: the position jumps to the end, and the tree is worthless. A doubt does not. */
export interface Scanner {
  readonly pattern: string;
  /** The slots of the pattern's groups, by name and by number; undefined while they are being collected. */
  readonly slots: ReadonlyMap<string, string> | undefined;
  position: number;
  /** How many groups and classes are open. */
  depth: number;
  /** How many unnamed groups were captured. */
  captured: number;
  /** How many unnamed groups there were, those counted that .NET does not capture. */
  unnamed: number;
  /** Whether the next unnamed group is not captured. */
  passesOver: boolean;
  refusal: Refusal | undefined;
  doubt: Refusal | undefined;
}

/** The inline options that change what a pattern means: `(?imnsx)`. */
export interface Options {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly singleline: boolean;
  readonly explicitCapture: boolean;
  readonly ignoreWhiteSpace: boolean;
}

/** The largest number that .NET takes. */
export const largestNumber = 0x7fffffff;

/** A scanner at the start of the pattern. */
export function newScanner(pattern: string, slots: ReadonlyMap<string, string> | undefined): Scanner {
  const start = { position: 0, depth: 0, captured: 0, unnamed: 0, passesOver: false };
  return { pattern, slots, ...start, refusal: undefined, doubt: undefined };
}

/** Whether nothing is left. */
export function atEnd({ pattern, position }: Scanner): boolean {
  return position >= pattern.length;
}

/** The character at the position, "" at the end. */
export function peek({ pattern, position }: Scanner): string {
  return pattern.charAt(position);
}

/** Passes over the text if it is next. */
export function take(scanner: Scanner, text: string): boolean {
  if (!scanner.pattern.startsWith(text, scanner.position)) return false;
  scanner.position += text.length;
  return true;
}

/** Passes over what the sticky expression matches and gives its groups. */
export function takeMatch(scanner: Scanner, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = scanner.position;
  const match = expression.exec(scanner.pattern) ?? undefined;
  scanner.position += match?.[0].length ?? 0;
  return match;
}

/** Passes over comments, and over white space and `#` comments where the option x is on. */
export function skipBlank(scanner: Scanner, { ignoreWhiteSpace }: Options): void {
  for (;;) {
    if (ignoreWhiteSpace && takeMatch(scanner, /[ \t\n\f\r]+|#[^\n]*/y) !== undefined) continue;
    if (!scanner.pattern.startsWith("(?#", scanner.position)) return;
    if (takeMatch(scanner, /[^)]*\)/y) === undefined)
      refuse(scanner, "invalid", l10n.t("The comment lacks its closing parenthesis."));
  }
}

/** The engines of both worlds call themselves for each open group; deeper nesting could exhaust the stack. */
const deepest = 250;

/** Counts a group or class that opens at the place; `depth` is to be lowered where it closes. */
export function enter(scanner: Scanner, start: number): void {
  scanner.depth++;
  if (scanner.depth > deepest)
    refuse(scanner, "unsupported", l10n.t`The pattern is nested deeper than ${deepest} levels.`, start);
}

/** Ends the reading. An earlier refusal stays. */
export function refuse(scanner: Scanner, kind: Refusal["kind"], message: string, position = scanner.position): void {
  scanner.refusal ??= { kind, message, position };
  scanner.position = scanner.pattern.length;
}

/** Notes a construct that .NET reads and that is not reproduced. The reading goes on, for .NET may refuse what follows. */
export function doubt(scanner: Scanner, message: string, position: number): void {
  scanner.doubt ??= { kind: "unsupported", message, position };
}
