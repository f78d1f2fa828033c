import { lineStarts } from "../language/lines.ts";
import { parseProvmap } from "../language/provmap/parse.ts";
import type { ProvmapFile } from "../language/provmap/tree.ts";
import type { SyntaxProblem } from "../language/text.ts";
import type { Configuration } from "./configuration.ts";
import { readProvmap } from "./readProvmap.ts";

/** One version of a `.provmap` text with all that is known of it. Immutable; every feature and every rule reads this. */
export interface ProvmapDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
  readonly file: ProvmapFile;
  readonly configuration: Configuration;
  readonly syntaxProblems: readonly SyntaxProblem[];
}

/** Reads a text once: tree, meaning and the mistakes of its syntax. Never throws. */
export function createDocument(uri: string, version: number, text: string): ProvmapDocument {
  const { file, problems } = parseProvmap(text);
  return {
    uri,
    version,
    text,
    lineStarts: lineStarts(text),
    file,
    configuration: readProvmap(file),
    syntaxProblems: problems,
  };
}
