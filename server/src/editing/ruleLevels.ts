import { dirname } from "node:path";
import type { Levels } from "../validation/validate.ts";
import { pathOf } from "./documents.ts";

/** The levels of rules that `mapwright.json` files set, each file read once until it is forgotten. */
export interface RuleLevelStore {
  /** The levels for a document; none where no `mapwright.json` is above it, and where that cannot be read. */
  readonly of: (uri: string) => Promise<Levels>;
  /** Reads them anew from now on. */
  readonly forget: () => void;
}

/** Keeps the levels by folder. `warn` is told once of each file that cannot be read. */
export function createRuleLevels(warn: (message: string) => void): RuleLevelStore {
  const byFolder = new Map<string, Promise<Levels>>();
  return {
    of: uri => {
      const path = pathOf(uri);
      if (path === undefined) return Promise.resolve(none);
      const folder = dirname(path);
      const known = byFolder.get(folder);
      if (known !== undefined) return known;
      const levels = readLevels(folder).catch((error: unknown) => {
        warn(error instanceof Error ? error.message : String(error));
        return {};
      });
      byFolder.set(folder, levels);
      return levels;
    },
    forget: () => byFolder.clear(),
  };
}

const none: Levels = {};

async function readLevels(folder: string): Promise<Levels> {
  const { loadWorkspace } = await import("../connectors/workspace/loadWorkspace.ts");
  return (await loadWorkspace(folder)).rules;
}
