import { sameValue } from "../flow/difference.ts";
import type { FoundObject } from "../match/match.ts";
import type { MatchQuestion } from "../match/matchQuestions.ts";
import { valuesAt } from "../paths/readTarget.ts";
import type { Resource } from "../ports.ts";

/** What is known of the target without asking it. */
export interface TargetState {
  /** The target's object that belongs to an object of the source since an earlier run. */
  readonly linked: (objectId: string) => FoundObject | undefined;
  /** The target's objects that have the value. */
  readonly having: (question: MatchQuestion) => readonly Resource[];
  /** As `LastKnown.manages`. */
  readonly manages?: (objectId: string) => boolean;
}

/** The state of a target of which a snapshot of all its resources was taken; nothing is linked, everything is matched. */
export function snapshotState(resources: readonly Resource[]): TargetState {
  const indices = new Map<string, ReadonlyMap<string, readonly Resource[]>>();
  const indexOf = ({ attribute, path }: MatchQuestion) => {
    const known = indices.get(attribute) ?? indexBy(resources, resource => valuesAt(resource, path));
    indices.set(attribute, known);
    return known;
  };
  return {
    linked: () => undefined,
    having: question =>
      (indexOf(question).get(question.value.toLowerCase()) ?? []).filter(resource =>
        valuesAt(resource, question.path).some(held => sameValue(held, question.value, question.caseExact)),
      ),
  };
}

function indexBy(
  resources: readonly Resource[],
  read: (resource: Resource) => readonly string[],
): ReadonlyMap<string, readonly Resource[]> {
  const index = new Map<string, Resource[]>();
  for (const resource of resources) {
    for (const key of new Set(read(resource).map(text => text.toLowerCase()))) {
      const holders = index.get(key);
      if (holders === undefined) index.set(key, [resource]);
      else holders.push(resource);
    }
  }
  return index;
}
