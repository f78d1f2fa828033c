import type { RegexNode } from "../tree.ts";

/** The one text that a pattern matches, groups or not: `@contoso\\.com`; undefined where it can match others. */
export function literalOf(node: RegexNode): string | undefined {
  switch (node.kind) {
    case "Characters": {
      const [[first, last] = [0, 1], another] = node.set;
      return first === last && another === undefined ? String.fromCharCode(first) : undefined;
    }
    case "Sequence": {
      const texts = node.items.map(literalOf);
      return texts.every(text => text !== undefined) ? texts.join("") : undefined;
    }
    case "Capture":
      return literalOf(node.body);
    default:
      return undefined;
  }
}
