import { anchorOf, offsetOf } from "../language/graph/anchors.ts";
import type { JsonTree } from "../language/graph/json.ts";
import type { Revision } from "../model/configuration.ts";
import { withPlaces } from "./places.ts";
import type { Problem } from "./rule.ts";

/** What was found in versions of a file at the same levels of rules, kept as long as there is a version that says the same. */
export interface KeptFindings {
  /** The problems of what a revision stands for, in the version of this tree: found now, or before and moved to their places. */
  readonly of: (revision: Revision, json: JsonTree, find: () => readonly Problem[]) => readonly Problem[];
}

/** Keeps nothing yet. */
export function createKeptFindings(): KeptFindings {
  const kept = new WeakMap<Revision, readonly Problem[]>();
  return {
    of: (revision, json, find) => {
      const before = kept.get(revision);
      if (before !== undefined) return before.map(problem => withPlaces(problem, anchor => offsetOf(json, anchor)));
      const problems = find();
      kept.set(
        revision,
        problems.map(problem => withPlaces(problem, offset => anchorOf(json, offset))),
      );
      return problems;
    },
  };
}
