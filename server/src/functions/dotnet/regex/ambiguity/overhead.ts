import { isNullable, type RegexNode } from "../tree.ts";

/**
 * How many steps going through a part once takes besides trying its characters: beginning and ending groups, deciding
 * about repetitions and branches, looking at anchors. What a lookaround tries counts for itself.
 */
export function overhead(node: RegexNode): number {
  switch (node.kind) {
    case "Characters":
      return 0;
    case "Anchor":
    case "BackReference":
      return 1;
    case "Sequence":
      return sum(node.items);
    case "Alternation":
      return 2 * node.branches.length + sum(node.branches);
    case "Capture":
    case "Balance":
    case "Atomic":
      return 2 + overhead(node.body);
    case "Lookaround":
      return 6;
    case "Conditional":
      return 8 + overhead(node.yes) + overhead(node.no);
    case "Repeat": {
      // Where the body may be empty, the times that are demanded follow each other without a character.
      const times = isNullable(node.body) ? Math.max(1, node.minimum) : 1;
      return 2 + times * (3 + overhead(node.body));
    }
  }
}

function sum(nodes: readonly RegexNode[]): number {
  return nodes.reduce((total, node) => total + overhead(node), 0);
}
