import { everything } from "../characterSet.ts";
import { everyNode, isNullable, type RegexNode, type Repeat } from "../tree.ts";
import type { Automaton } from "./automaton.ts";
import { addPosition, type Builder, connect, decidedOnce, inLoop, isTooLarge, joined, within } from "./builder.ts";
import { alternation, type Ends, type Fragment, nothing, optional, repeatedEmpty } from "./fragment.ts";

/** Builds the automaton; `behind` reads from right to left. Undefined for a pattern that is too large to be looked through. */
export function buildAutomaton(tree: RegexNode, behind: boolean): Automaton | undefined {
  return attempt(tree, behind, true) ?? attempt(tree, behind, false);
}

function attempt(tree: RegexNode, behind: boolean, writtenOut: boolean): Automaton | undefined {
  const builder: Builder = {
    positions: [],
    nullableSlots: nullableSlots(tree),
    writtenOut,
    edges: 0,
    loops: 0,
    loop: undefined,
    repeat: undefined,
    decided: false,
  };
  const beginning = addPosition(builder, everything);
  const whole = joined(builder, beginning, build(builder, tree, behind));
  connect(builder, whole, addPosition(builder, []));
  return isTooLarge(builder) ? undefined : builder;
}

function build(builder: Builder, node: RegexNode, behind: boolean): Fragment {
  if (isTooLarge(builder)) return nothing;
  switch (node.kind) {
    case "Characters":
      return addPosition(builder, node.set);
    case "Anchor":
      return nothing;
    case "Sequence":
      return (behind ? node.items.toReversed() : node.items).reduce(
        (before, item) => joined(builder, before, build(builder, item, behind)),
        nothing,
      );
    case "Alternation":
      return alternation(node.branches.map(branch => build(builder, branch, behind)));
    case "Capture":
    case "Balance":
      return build(builder, node.body, behind);
    case "Lookaround":
      return tried(builder, node.body, node.behind);
    case "Atomic":
      return joined(
        builder,
        tried(builder, node.body, behind),
        decidedOnce(builder, () => build(builder, node.body, behind)),
      );
    case "Repeat":
      return within(builder, node, () => repeat(builder, node, behind));
    case "Conditional": {
      const branches = alternation([build(builder, node.yes, behind), build(builder, node.no, behind)]);
      if (node.condition.kind === "Captured") return branches;
      return joined(builder, tried(builder, node.condition, behind), branches);
    }
    case "BackReference":
      return backReference(builder, builder.nullableSlots.has(node.slot));
  }
}

/** What is tried inside an atomic group is part of trying that group. */
function tried(builder: Builder, body: RegexNode, behind: boolean): Fragment {
  if (builder.decided) return nothing;
  const { first } = addPosition(builder, [], { body, behind });
  return { empty: 1, first, last: [] };
}

function repeat(builder: Builder, node: Repeat, behind: boolean): Fragment {
  const { minimum, maximum } = node;
  if (maximum <= 1 || (builder.writtenOut && Number.isFinite(maximum))) {
    return counted(builder, node, behind, minimum, maximum);
  }
  const once = builder.writtenOut ? Math.max(0, minimum - 1) : 0;
  return joined(builder, counted(builder, node, behind, once, once), endless(builder, node, behind));
}

/** The body written out, as often as it must and may be there. */
function counted(builder: Builder, { body }: Repeat, behind: boolean, minimum: number, maximum: number): Fragment {
  const copies: Fragment[] = [];
  while (copies.length < maximum && !isTooLarge(builder)) {
    const copy = build(builder, body, behind);
    if (copy.first.length === 0) return repeatedEmpty(copy, minimum, maximum);
    copies.push(copy);
  }
  const more = copies.slice(minimum).reduceRight((rest, copy) => {
    connect(builder, copy, rest);
    return optional(copy, rest);
  }, nothing);
  return [...copies.slice(0, minimum), more].reduce((before, copy) => joined(builder, before, copy), nothing);
}

/** A body that may follow itself for ever. */
function endless(builder: Builder, node: Repeat, behind: boolean): Fragment {
  const body = inLoop(builder, () => build(builder, node.body, behind));
  connect(builder, body, body);
  // A time that a count demands may match nothing and yet not be the last, unless it is written out.
  if (!builder.writtenOut && node.minimum > 1 && body.empty > 0) connect(builder, body, body);
  const ending = optional(body, nothing);
  const last = body.last.map(({ position, ways }): Ends => ({ position, ways: ways * (1 + body.empty) }));
  return { empty: node.minimum === 0 ? ending.empty : body.empty, first: body.first, last };
}

/** Whatever text the group holds: there is only one way to match it. */
function backReference(builder: Builder, nullable: boolean): Fragment {
  const text = inLoop(builder, () => addPosition(builder, everything));
  decidedOnce(builder, () => joined(builder, text, text));
  return { ...text, empty: nullable ? 1 : 0 };
}

/** The slots whose text can be empty. */
function nullableSlots(tree: RegexNode): ReadonlySet<string> {
  const slots = new Set<string>();
  for (const node of everyNode(tree)) {
    if (node.kind === "Balance" && node.slot !== undefined) slots.add(node.slot);
    if (node.kind === "Capture" && isNullable(node.body)) slots.add(node.slot);
  }
  return slots;
}
