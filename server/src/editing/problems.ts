import type { ProvmapDocument } from "../model/document.ts";
import { createKeptFindings, type KeptFindings } from "../validation/keptFindings.ts";
import type { Problem } from "../validation/rule.ts";
import { type Levels, validate } from "../validation/validate.ts";
import type { RuleLevelStore } from "./ruleLevels.ts";

/** The problems of one version of a document at the levels of its workspace. */
export interface FoundProblems {
  /** Differs where the problems may differ. */
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** Finds the problems of documents, of each version once for the same levels. */
export interface ProblemStore {
  readonly of: (document: ProvmapDocument) => Promise<FoundProblems>;
}

/** Keeps what was found for as long as its document lives, and of what later versions say too for as long as they do. */
export function createProblemStore(levels: RuleLevelStore): ProblemStore {
  const known = new WeakMap<ProvmapDocument, FoundProblems & { readonly levels: Levels }>();
  const keptAt = new WeakMap<Levels, KeptFindings>();
  let count = 0;
  return {
    of: async document => {
      const wanted = await levels.of(document.uri);
      const before = known.get(document);
      if (before?.levels === wanted) return before;
      const kept = keptAt.get(wanted) ?? createKeptFindings();
      keptAt.set(wanted, kept);
      const problems = validate(document.configuration, document.syntaxProblems, wanted, kept);
      const found = { id: String(++count), problems, levels: wanted };
      known.set(document, found);
      return found;
    },
  };
}
