import {
  type ExtensionContext,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  lm,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { methods, ToolAnswer, ToolParams } from "../../../server/src/protocol.ts";
import { confirmations } from "./confirmations.ts";

const toolMethod: typeof methods.tool = "mapwright/tool";

/** Registers what language models may ask for; the language server answers, and only reads. */
export function activateLanguageModelTools(context: ExtensionContext, client: LanguageClient): void {
  for (const name of Object.keys(confirmations))
    context.subscriptions.push(lm.registerTool(name, toolOf(name, client)));
}

function toolOf(name: string, client: LanguageClient): LanguageModelTool<Readonly<Record<string, unknown>>> {
  return {
    prepareInvocation: ({ input }) => confirmations[name]?.(input),
    invoke: async ({ input }, token) => {
      const params: ToolParams = { name, input };
      const answer = await client.sendRequest<ToolAnswer>(toolMethod, params, token);
      if (answer.kind === "refused") throw new Error(answer.message);
      return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(answer.result))]);
    },
  };
}
