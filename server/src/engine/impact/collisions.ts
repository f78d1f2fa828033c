import { isList, toText } from "../../functions/values.ts";
import { interrupts, type Outcome } from "../expression/node.ts";
import type { CompiledMapping } from "../flow/compiledMapping.ts";
import { redacts, shownValue } from "../redaction.ts";
import { objectName } from "../report/names.ts";
import type { Comparison } from "./lane.ts";
import type { Collision, CollisionImpact } from "./result.ts";
import { textSet } from "./textSet.ts";
import type { Lane } from "./version.ts";

/**
 * Finds values of the matching attributes of one mapping that several objects in scope give. A first reading only remembers what it saw; where
 * `suspects` are found, a second one tells who shares them.
 */
export interface Collisions {
  readonly watch: (comparison: Comparison) => void;
  readonly suspects: () => number;
  readonly watchAgain: (comparison: Comparison) => void;
  readonly result: () => CollisionImpact;
}

interface Holders {
  readonly target: string;
  readonly value: string;
  readonly people: Collision["people"][number][];
  total: number;
  /** How many gave it in the version before too. */
  before: number;
}

/** So many collisions are looked into: with more, the matching attribute is the wrong one. */
const mostSuspects = 1000;
const mostPeople = 5;

/** Begins to watch; at most `limit` collisions are told. */
export function watchCollisions({ after }: Lane, limit: number): Collisions {
  const seen = textSet();
  const suspects = new Map<string, Holders | undefined>();
  const attributes = after.compiled.filter(({ mapping }) => mapping.matchingPrecedence !== undefined);
  const mapping = after.mapping.name.text;
  let total = 0;
  return {
    watch({ matching = [] }) {
      for (let index = 0; index < matching.length; index++) {
        const key = keyOf(index, textOf(matching[index]), attributes[index]);
        if (key === undefined || !seen.add(key)) continue;
        total++;
        if (suspects.size < mostSuspects) suspects.set(key, undefined);
      }
    },
    suspects: () => suspects.size,
    watchAgain(comparison) {
      const { matching = [], object } = comparison;
      for (const [index, compiled] of attributes.entries()) {
        const text = textOf(matching[index]);
        const key = keyOf(index, text, compiled);
        if (key === undefined || text === undefined || !suspects.has(key)) continue;
        const holders = suspects.get(key) ?? newHolders(text, compiled);
        suspects.set(key, holders);
        holders.total++;
        if (gaveBefore(text, compiled, comparison)) holders.before++;
        if (holders.people.length < mostPeople)
          holders.people.push({ id: object.id, displayName: objectName(object, after.mapping) });
      }
    },
    result() {
      const found = [...suspects.values()].flatMap(holders => (holders && holders.total > 1 ? holders : []));
      const examples = found
        .slice(0, limit)
        .map(({ before, ...holders }) => ({ ...holders, mapping, existed: before > 1 }));
      return { total: suspects.size < mostSuspects ? found.length : total, examples };
    },
  };
}

function keyOf(index: number, text: string | undefined, compiled: CompiledMapping | undefined): string | undefined {
  if (text === undefined) return undefined;
  return `${index} ${compiled?.fact?.caseExact ? text : text.toLowerCase()}`;
}

function newHolders(text: string, { mapping, secret }: CompiledMapping): Holders {
  const isRedacted = secret === true || ("expression" in mapping.source && redacts(mapping.source.expression));
  return { target: mapping.target.text, value: shownValue(text, isRedacted), people: [], total: 0, before: 0 };
}

/** The version before mapped the same value, if it did not keep the object as it was without a closer look. */
function gaveBefore(text: string, { mapping }: CompiledMapping, { scope, before, after }: Comparison): boolean {
  if (scope.before !== "inScope") return false;
  const target = mapping.target.text;
  const given = before.mapped.find(({ compiled }) => compiled.mapping.target.text === target)?.given;
  const isMapped = after.mapped.some(({ compiled }) => compiled.mapping.target.text === target);
  return given === undefined ? !isMapped : given.kind === "value" && given.value === text;
}

function textOf(outcome: Outcome | undefined): string | undefined {
  if (typeof outcome === "string") return outcome === "" ? undefined : outcome;
  if (outcome === undefined || outcome === null || interrupts(outcome) || isList(outcome)) return undefined;
  return toText(outcome);
}
