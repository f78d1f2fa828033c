import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Attributes } from "../functions/evaluation.ts";

/** One documented or derived fact: what an expression gives for an object. */
export interface Row {
  readonly expression: string;
  readonly input?: Attributes;
  /** What flows: a text, a list, null or the marker of an ignored flow. Absent where there is a problem. */
  readonly result?: unknown;
  /** A part of the problem's message. */
  readonly problem?: string;
  /** The page that says so. */
  readonly source: string;
  /** The page's own result, where it is wrong; `note` has the reason. */
  readonly documented?: string;
  readonly note?: string;
  /** The assumptions that must be told; absent: none. */
  readonly assumptions?: readonly string[];
}

const folder = join(import.meta.dirname, "../functions/conformance");

/** Every row, of all families. */
export const rows: readonly Row[] = globSync("*.json", { cwd: folder })
  .sort()
  .flatMap(file => JSON.parse(readFileSync(join(folder, file), "utf8")));
