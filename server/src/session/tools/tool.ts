import type * as z from "zod/mini";
import type { Means } from "../openEnvironment.ts";

/**
 * What a language model may ask for. Every tool only reads: none has an executor that writes, and none tells a secret or a
 * redacted value.
 */
export interface Tool {
  /** As Model Context Protocol and VS Code call it: lower case with underscores. */
  readonly name: string;
  readonly title: string;
  /** Tells the model what the tool does and when to use it. */
  readonly description: string;
  readonly input: z.ZodMiniType;
  /** What the tool finds, as JSON. Throws InputError, in a sentence with the remedy. */
  readonly run: (input: unknown, surroundings: ToolSurroundings) => Promise<unknown>;
}

/** What a tool may use. */
export interface ToolSurroundings extends Means {
  /** The absolute paths of the folders whose files may be read. */
  readonly folders: readonly string[];
  /** The text that an editor has of a file; undefined for one that is not open. */
  readonly textOf?: (path: string) => string | undefined;
  readonly signal?: AbortSignal;
}

/** A tool whose input is checked before it runs. */
export function tool<S extends z.ZodMiniType>(definition: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: S;
  readonly run: (input: z.output<S>, surroundings: ToolSurroundings) => Promise<unknown>;
}): Tool {
  const { input, run } = definition;
  return { ...definition, run: async (given, surroundings) => run(input.parse(given), surroundings) };
}
