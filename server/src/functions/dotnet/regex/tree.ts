import type { CharacterSet } from "./characterSet.ts";

/** A node of a .NET regular expression. Inline options are resolved: every node stands for what it matches. */
export type RegexNode =
  | { readonly kind: "Characters"; readonly set: CharacterSet }
  /** Matches nothing but a place; `source` is its ECMAScript form. */
  | { readonly kind: "Anchor"; readonly source: string }
  | { readonly kind: "Sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "Alternation"; readonly branches: readonly RegexNode[] }
  | Capture
  | { readonly kind: "Lookaround"; readonly behind: boolean; readonly negative: boolean; readonly body: RegexNode }
  | Atomic
  | Repeat
  | BackReference;

/** A capturing group. `slot` tells which: its name, or its number in decimal. Several groups may have one slot. */
export interface Capture {
  readonly kind: "Capture";
  readonly slot: string;
  readonly body: RegexNode;
}

/** `(?>body)`: what it matched is not tried again in another way. */
export interface Atomic {
  readonly kind: "Atomic";
  readonly body: RegexNode;
  /** Its place in the pattern. */
  readonly position: number;
}

export interface Repeat {
  readonly kind: "Repeat";
  readonly minimum: number;
  /** Infinity for no limit. */
  readonly maximum: number;
  readonly lazy: boolean;
  readonly body: RegexNode;
  /** The quantifier's place in the pattern. */
  readonly position: number;
}

export interface BackReference {
  readonly kind: "BackReference";
  readonly slot: string;
  /** Its place in the pattern. */
  readonly position: number;
}

/** The nodes directly below a node, in the order of the pattern. */
export function bodies(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case "Sequence":
      return node.items;
    case "Alternation":
      return node.branches;
    case "Capture":
    case "Lookaround":
    case "Atomic":
    case "Repeat":
      return [node.body];
    default:
      return [];
  }
}

/** The node and every node below it, in the order of the pattern. */
export function* everyNode(node: RegexNode): Generator<RegexNode> {
  yield node;
  for (const body of bodies(node)) yield* everyNode(body);
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
    case "Atomic":
      return isNullable(node.body);
    case "Repeat":
      return node.minimum === 0 || isNullable(node.body);
    default:
      return true;
  }
}
