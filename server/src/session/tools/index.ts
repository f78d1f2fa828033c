import * as z from "zod/mini";
import { $ZodError } from "zod/v4/core";
import { InputError } from "../../connectors/inputError.ts";
import type { ToolAnswer } from "../../protocol.ts";
import { didYouMean, offer } from "../../validation/didYouMean.ts";
import { checkFile } from "./checkFile.ts";
import { evaluateExpression } from "./evaluateExpression.ts";
import { explainScope } from "./explainScope.ts";
import { previewUser } from "./previewUser.ts";
import type { Tool, ToolSurroundings } from "./tool.ts";

/** What a language model may ask for, over Model Context Protocol and in VS Code. */
export const tools: readonly Tool[] = [evaluateExpression, checkFile, previewUser, explainScope];

/** The JSON schema of a tool's input (draft 2020-12). */
export function inputSchema({ input }: Tool): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(input);
}

/** Runs a tool. Never throws for what the input, the files or the endpoint hold. */
export async function runTool(name: string, input: unknown, surroundings: ToolSurroundings): Promise<ToolAnswer> {
  const found = tools.find(tool => tool.name === name);
  if (found === undefined) return refused(`There is no tool ${name}.${offer(didYouMean(name, names()))}`);
  try {
    return { kind: "result", result: await found.run(input, surroundings) };
  } catch (error) {
    if (error instanceof InputError) return refused(error.message);
    if (error instanceof $ZodError) return refused(wrongInput(name, error));
    throw error;
  }
}

function wrongInput(name: string, { issues }: $ZodError): string {
  const members = issues.map(({ path }) => (path.length === 0 ? "the input" : path.join(".")));
  return `${name} cannot take ${members.join(", ")} as given. Give what the schema of its input says.`;
}

function names(): readonly string[] {
  return tools.map(tool => tool.name);
}

function refused(message: string): ToolAnswer {
  return { kind: "refused", message };
}
