import type { CharacterSet } from "./characterSet.ts";

/** A node of a .NET regular expression. Inline options are resolved: every node stands for what it matches. */
export type RegexNode =
  | { readonly kind: "Characters"; readonly set: CharacterSet }
  | { readonly kind: "Anchor"; readonly place: AnchorPlace }
  | { readonly kind: "Sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "Alternation"; readonly branches: readonly RegexNode[] }
  | Capture
  | Balance
  | Lookaround
  | Atomic
  | Repeat
  | Conditional
  | BackReference;

/**
 * A place that an anchor matches. `lastLine` is the end, or before a line feed that ends the text; `lineStart` and
 * `lineEnd` are those of the option m; `searchStart` is where the previous match ended.
 */
export type AnchorPlace =
  | "start"
  | "end"
  | "lastLine"
  | "lineStart"
  | "lineEnd"
  | "boundary"
  | "notBoundary"
  | "searchStart";

/** A capturing group. `slot` tells which: its name, or its number in decimal. Several groups may have one slot. */
export interface Capture {
  readonly kind: "Capture";
  readonly slot: string;
  readonly body: RegexNode;
}

/**
 * `(?<slot-removed>body)`: matches only where `removed` has a capture, takes that capture away, and captures what lies
 * between it and the body as `slot`, which may be absent.
 */
export interface Balance {
  readonly kind: "Balance";
  readonly slot: string | undefined;
  readonly removed: string;
  readonly body: RegexNode;
  /** Where it is in the pattern. */
  readonly start: number;
}

export interface Lookaround {
  readonly kind: "Lookaround";
  readonly behind: boolean;
  readonly negative: boolean;
  readonly body: RegexNode;
}

/** `(?>body)`: what it matched is not tried again in another way. */
export interface Atomic {
  readonly kind: "Atomic";
  readonly body: RegexNode;
}

export interface Repeat {
  readonly kind: "Repeat";
  readonly minimum: number;
  /** Infinity for no limit. */
  readonly maximum: number;
  readonly lazy: boolean;
  readonly body: RegexNode;
  /** Where it is in the pattern, its quantifier included. */
  readonly start: number;
  readonly end: number;
}

/** `(?(condition)yes|no)`. The condition asks whether a slot has a capture, or whether a pattern matches here. */
export interface Conditional {
  readonly kind: "Conditional";
  readonly condition: { readonly kind: "Captured"; readonly slot: string } | RegexNode;
  readonly yes: RegexNode;
  /** Matches nothing where there is none written. */
  readonly no: RegexNode;
  readonly oneBranched: boolean;
  /** Where it is in the pattern. */
  readonly start: number;
}

export interface BackReference {
  readonly kind: "BackReference";
  readonly slot: string;
  readonly ignoreCase: boolean;
}

/** The nodes directly below a node, in the order of the pattern. */
export function bodies(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case "Sequence":
      return node.items;
    case "Alternation":
      return node.branches;
    case "Capture":
    case "Balance":
    case "Lookaround":
    case "Atomic":
    case "Repeat":
      return [node.body];
    case "Conditional":
      return node.condition.kind === "Captured" ? [node.yes, node.no] : [node.condition, node.yes, node.no];
    default:
      return [];
  }
}

/** The node and every node below it, in the order of the pattern. */
export function* everyNode(node: RegexNode): Generator<RegexNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    waiting.push(...bodies(next).toReversed());
  }
}

/** The slots of the groups in a node, in the order of the pattern, repeated ones too. */
export function slotsIn(node: RegexNode): readonly string[] {
  return Array.from(everyNode(node)).flatMap(each =>
    (each.kind === "Capture" || each.kind === "Balance") && each.slot !== undefined ? [each.slot] : [],
  );
}

/** Whether the node can match the empty text. */
export function isNullable(node: RegexNode): boolean {
  switch (node.kind) {
    case "Characters":
      return false;
    case "Sequence":
      return node.items.every(isNullable);
    case "Alternation":
      return node.branches.some(isNullable);
    case "Capture":
    case "Balance":
    case "Atomic":
      return isNullable(node.body);
    case "Repeat":
      return node.minimum === 0 || isNullable(node.body);
    case "Conditional":
      return isNullable(node.yes) || isNullable(node.no);
    default:
      return true;
  }
}

/** Whether the node matches at this place only, or fails: it begins with the anchor whichever way it is taken. */
export function beginsWith(node: RegexNode, place: AnchorPlace): boolean {
  switch (node.kind) {
    case "Anchor":
      return node.place === place;
    case "Sequence":
      return node.items[0] !== undefined && beginsWith(node.items[0], place);
    case "Alternation":
      return node.branches.every(branch => beginsWith(branch, place));
    case "Capture":
    case "Balance":
    case "Atomic":
      return beginsWith(node.body, place);
    case "Repeat":
      return node.minimum > 0 && beginsWith(node.body, place);
    default:
      return false;
  }
}
