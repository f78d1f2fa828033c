import { pathToFileURL } from "node:url";
import { pathOf } from "../editing/documents.ts";
import type { ToolAnswer, ToolParams } from "../protocol.ts";
import type { Editor, Runtime } from "./runtime.ts";

/** What language models ask of the editor. */
export interface ModelTools {
  readonly run: (params: ToolParams, signal: AbortSignal) => Promise<ToolAnswer>;
}

/** Runs the tools of session/tools on the files of the workspace, with the texts that the editor has of them. */
export function createModelTools(
  { guarded }: Runtime,
  { folders, textOf }: Pick<Editor, "textOf"> & { readonly folders: () => readonly string[] },
): ModelTools {
  return {
    run: ({ name, input }, signal) =>
      guarded(async means => {
        const { runTool } = await import("../session/tools/index.ts");
        return runTool(name, input, {
          ...means,
          folders: folders().flatMap(uri => pathOf(uri) ?? []),
          textOf: path => textOf(pathToFileURL(path).href),
          signal,
        });
      }),
  };
}
