import { bodies, type Capture, isNullable, type RegexNode, type Repeat, slotsIn } from "../tree.ts";

/** Where a node stands. */
interface Place {
  /** Inside a lookbehind, where things happen from right to left. */
  readonly behind: boolean;
  /** Inside something that is repeated. */
  readonly repeated: boolean;
  /** The slots of the groups around. */
  readonly open: ReadonlySet<string>;
}

type Slots = ReadonlySet<string>;

/**
 * Whether ECMAScript finds the same matches with the same captures. It knows neither conditionals nor balancing groups,
 * forgets captures when a repetition starts over, gives up a repetition that matches nothing, and lets a back reference
 * to an unset group match.
 */
export function behavesAlike(tree: RegexNode): boolean {
  const shared = sharedSlots(tree);
  let alike = true;

  /** Returns the slots that are set for certain once the node has matched, given those set before. */
  function inspect(node: RegexNode, before: Slots, place: Place): Slots {
    switch (node.kind) {
      case "Sequence":
        return node.items.reduce((set, item) => inspect(item, set, place), before);
      case "Alternation":
        return intersection(node.branches.map(branch => inspect(branch, before, place)));
      case "Capture":
        return inspectCapture(node, before, place);
      case "Lookaround": {
        const after = inspect(node.body, before, { ...place, behind: place.behind || node.behind });
        return node.negative ? before : after;
      }
      case "Atomic":
        demand(!place.behind);
        return inspect(node.body, before, place);
      case "Repeat":
        return inspectRepeat(node, before, place);
      case "BackReference":
        demand(!place.behind && !node.ignoreCase && before.has(node.slot) && !shared.has(node.slot));
        return before;
      case "Conditional":
      case "Balance":
        demand(false);
        return before;
      case "Anchor":
        demand(node.place !== "searchStart");
        return before;
      default:
        return before;
    }
  }

  function inspectCapture({ slot, body }: Capture, before: Slots, place: Place): Slots {
    demand(!shared.has(slot) || !(place.behind || place.repeated || place.open.has(slot)));
    const after = inspect(body, before, { ...place, open: union(place.open, [slot]) });
    return union(after, [slot]);
  }

  function inspectRepeat({ body, minimum, maximum, lazy }: Repeat, before: Slots, place: Place): Slots {
    const after = inspect(body, before, maximum > 1 ? { ...place, repeated: true } : place);
    if (maximum > 1) {
      const slots = slotsIn(body);
      demand(slots.every(slot => after.has(slot) && !before.has(slot)));
      if (maximum > minimum && isNullable(body)) demand(!lazy && slots.length === 0 && takesWhatItCan(body));
    }
    return minimum > 0 ? after : before;
  }

  function demand(condition: boolean): void {
    alike &&= condition;
  }

  inspect(tree, new Set(), { behind: false, repeated: false, open: new Set() });
  return alike;
}

/** Whether the node, where it matches the empty text, does so only because nothing of it is there: greedy repeats of characters. */
function takesWhatItCan(node: RegexNode): boolean {
  switch (node.kind) {
    case "Sequence":
    case "Capture":
      return bodies(node).every(takesWhatItCan);
    case "Repeat":
      return !node.lazy && node.body.kind === "Characters";
    default:
      return false;
  }
}

/** The slots that more than one group has. */
function sharedSlots(tree: RegexNode): Slots {
  const slots = slotsIn(tree);
  return new Set(slots.filter((slot, index) => slots.indexOf(slot) !== index));
}

function union(slots: Slots, more: Iterable<string>): Slots {
  return new Set([...slots, ...more]);
}

function intersection([first = new Set<string>(), ...others]: readonly Slots[]): Slots {
  return new Set([...first].filter(slot => others.every(other => other.has(slot))));
}
