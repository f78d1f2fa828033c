import { once } from "../../../once.ts";
import { printSet } from "../characterSet.ts";
import {
  type AnchorPlace,
  type Atomic,
  type Capture,
  everyNode,
  isNullable,
  type RegexNode,
  type Repeat,
} from "../tree.ts";
import { boundaryCharacters } from "../unicode.ts";

/** The ECMAScript form of a pattern, to be compiled without the flags i, m, s, u and v. */
export interface PrintedRegex {
  readonly source: string;
  /** The numbers of the ECMAScript groups that hold a slot's text, in the order of the pattern. */
  readonly captures: ReadonlyMap<string, readonly number[]>;
}

/** Prints a tree that behaves alike in ECMAScript, where no other node has a form. */
export function printRegex(tree: RegexNode): PrintedRegex {
  const numbers = numberGroups(tree);
  const captures = new Map<string, number[]>();
  for (const [group, number] of numbers) {
    if (group.kind === "Capture") captures.set(group.slot, [...(captures.get(group.slot) ?? []), number]);
  }

  function print(node: RegexNode): string {
    switch (node.kind) {
      case "Characters":
        return printSet(node.set);
      case "Anchor":
        return anchors()[node.place];
      case "Sequence":
        return node.items.map(printItem).join("");
      case "Alternation":
        return node.branches.map(print).join("|");
      case "Capture":
        return `(${print(node.body)})`;
      case "Lookaround":
        return `(?${node.behind ? "<" : ""}${node.negative ? "!" : "="}${print(node.body)})`;
      case "Atomic":
        return `(?:(?=(${print(node.body)}))\\${numbers.get(node)})`;
      case "Repeat":
        return printRepeat(node);
      case "BackReference":
        return `(?:\\${captures.get(node.slot)?.[0]})`;
      case "Conditional":
      case "Balance":
        return matchesNothing;
    }
  }

  function printItem(node: RegexNode): string {
    return node.kind === "Alternation" ? `(?:${print(node)})` : print(node);
  }

  /** ECMAScript's `?` gives up a body that matches nothing; the choice between the body and nothing does not. */
  function printRepeat({ body, minimum, maximum, lazy }: Repeat): string {
    const alone = body.kind === "Characters" || body.kind === "Capture" ? print(body) : `(?:${print(body)})`;
    if (minimum === 0 && maximum === 1 && isNullable(body)) return lazy ? `(?:|${alone})` : `(?:${alone}|)`;
    return alone + printCounts(minimum, maximum) + (lazy ? "?" : "");
  }

  return { source: print(tree) || "(?:)", captures };
}

const matchesNothing = "(?!)";

const anchors = once((): Readonly<Record<AnchorPlace, string>> => {
  const boundary = printSet(boundaryCharacters());
  return {
    start: "^",
    end: "$",
    lastLine: "(?=\\n?$)",
    lineStart: "(?<![^\\n])",
    lineEnd: "(?![^\\n])",
    boundary: `(?:(?<=${boundary})(?!${boundary})|(?<!${boundary})(?=${boundary}))`,
    notBoundary: `(?:(?<=${boundary})(?=${boundary})|(?<!${boundary})(?!${boundary}))`,
    searchStart: matchesNothing,
  };
});

function printCounts(minimum: number, maximum: number): string {
  if (minimum === maximum) return `{${minimum}}`;
  if (maximum === 1) return "?";
  if (maximum === Number.POSITIVE_INFINITY) return ["*", "+"][minimum] ?? `{${minimum},}`;
  return `{${minimum},${maximum}}`;
}

/** The number that each group has in the printed pattern: every one that captures, and the helper of every atomic group. */
function numberGroups(tree: RegexNode): ReadonlyMap<Capture | Atomic, number> {
  const groups = Array.from(everyNode(tree)).filter(node => node.kind === "Capture" || node.kind === "Atomic");
  return new Map(groups.map((group, index) => [group, index + 1]));
}
