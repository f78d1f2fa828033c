/** How many of each kind of node a parser found; parsers of one language agree on it. */
export type Summary = Readonly<Record<(typeof kinds)[number], number>>;

const kinds = [
  "mapping",
  "property",
  "filter",
  "clause",
  "statement",
  "modifier",
  "call",
  "attribute",
  "string",
] as const;

interface Node {
  readonly kind: string;
  readonly children: readonly Node[];
}

/** Counts the nodes of trees whose kinds have these names. */
export function countKinds(roots: readonly Node[]): Summary {
  const counts = Object.fromEntries(kinds.map(kind => [kind, 0])) as Record<string, number>;
  const visit = ({ kind, children }: Node): void => {
    if (kind in counts) counts[kind] = (counts[kind] ?? 0) + 1;
    for (const child of children) visit(child);
  };
  for (const root of roots) visit(root);
  return counts as Summary;
}
