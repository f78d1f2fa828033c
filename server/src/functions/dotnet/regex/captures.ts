import type { Refusal } from "./scanner.ts";
import { bodies, type Capture, everyNode, isNullable, type RegexNode, type Repeat } from "./tree.ts";

/** What is known of the captures of a pattern. */
export interface CaptureFacts {
  /** Slots whose text can differ between .NET and ECMAScript although the match is the same. */
  readonly inexact: ReadonlySet<string>;
  /** The first thing that would make the match itself differ. */
  readonly refusal: Refusal | undefined;
}

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
 * Looks for the places where ECMAScript treats captures and repetitions in another way than .NET: it forgets captures
 * when a repetition starts over, gives up a repetition that matches nothing, and lets a back reference to an unset group match.
 */
export function inspectCaptures(tree: RegexNode): CaptureFacts {
  const inexact = new Set<string>();
  const refusals: Refusal[] = [];
  const shared = sharedSlots(tree);

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
        if (place.behind) refuse("An atomic group (?>…) inside a lookbehind is not supported.", node.position);
        return inspect(node.body, before, place);
      case "Repeat":
        return inspectRepeat(node, before, place);
      case "BackReference":
        if (place.behind) refuse("A back reference inside a lookbehind is not supported.", node.position);
        else if (!before.has(node.slot) || shared.has(node.slot)) {
          refuse(
            `The back reference to ${node.slot} may be reached before that group has matched, which is not supported.`,
            node.position,
          );
        }
        return before;
      default:
        return before;
    }
  }

  function inspectCapture({ slot, body }: Capture, before: Slots, place: Place): Slots {
    if (shared.has(slot) && (place.behind || place.repeated || place.open.has(slot))) inexact.add(slot);
    const after = inspect(body, before, { ...place, open: union(place.open, [slot]) });
    return union(after, [slot]);
  }

  function inspectRepeat(repeat: Repeat, before: Slots, place: Place): Slots {
    const { body, minimum, maximum } = repeat;
    const after = inspect(body, before, maximum > 1 ? { ...place, repeated: true } : place);
    if (maximum > 1) {
      for (const slot of slotsIn(body)) if (!after.has(slot) || before.has(slot)) inexact.add(slot);
      if (maximum > minimum && isNullable(body)) inspectEmptyRepeat(repeat);
    }
    return minimum > 0 ? after : before;
  }

  function inspectEmptyRepeat({ body, lazy, position }: Repeat): void {
    if (lazy || !takesWhatItCan(body)) refuse("Repeating what can match nothing is not supported.", position);
    for (const slot of slotsIn(body)) inexact.add(slot);
  }

  function refuse(message: string, position: number): void {
    refusals.push({ kind: "unsupported", message, position });
  }

  inspect(tree, new Set(), { behind: false, repeated: false, open: new Set() });
  for (const node of everyNode(tree)) {
    if (node.kind === "BackReference" && inexact.has(node.slot)) {
      refuse(`A back reference to ${node.slot}, which is inside a repetition, is not supported.`, node.position);
    }
  }
  return { inexact, refusal: refusals[0] };
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

/** The slots of the groups in a node, in the order of the pattern, repeated ones too. */
export function slotsIn(node: RegexNode): readonly string[] {
  return Array.from(everyNode(node)).flatMap(each => (each.kind === "Capture" ? [each.slot] : []));
}

function union(slots: Slots, more: Iterable<string>): Slots {
  return new Set([...slots, ...more]);
}

function intersection([first = new Set<string>(), ...others]: readonly Slots[]): Slots {
  return new Set([...first].filter(slot => others.every(other => other.has(slot))));
}
