import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import packageJson from "../../../package.json" with { type: "json" };
import { InputError } from "../connectors/inputError.ts";
import { environmentSecret } from "../connectors/secrets/environmentSecret.ts";
import { createSandboxes } from "../session/sandboxes.ts";
import { inputSchema, runTool, tools } from "../session/tools/index.ts";
import type { ToolSurroundings } from "../session/tools/tool.ts";
import type { Terminal } from "./terminal.ts";

/** Serves the tools over standard input and output until that ends. Throws InputError for a folder that is none. */
export async function serveTools(folders: readonly string[], terminal: Terminal): Promise<void> {
  for (const folder of folders) {
    const isFolder = await stat(folder).then(
      found => found.isDirectory(),
      () => false,
    );
    if (!isFolder) throw new InputError(`${folder} is no folder. Name one whose files may be read.`);
  }
  const sandboxes = createSandboxes();
  const ended = new Promise<void>(end => process.stdin.once("end", end).once("close", end));
  const handle = serveStdio(
    () =>
      serverOf({
        folders: folders.map(folder => resolve(folder)),
        secret: async name => environmentSecret(name),
        sandboxes,
        onWait: terminal.note,
      }),
    { transport: new StdioServerTransport(), onerror: error => terminal.note(error.message) },
  );
  await ended;
  await handle.close();
  await sandboxes.stop();
}

function serverOf(surroundings: ToolSurroundings): McpServer {
  const server = new McpServer({ name: "mapwright", version: packageJson.version });
  for (const tool of tools) {
    const { name, title, description } = tool;
    const annotations = { title, readOnlyHint: true, destructiveHint: false };
    const config = { title, description, annotations, inputSchema: fromJsonSchema(inputSchema(tool)) };
    server.registerTool(name, config, async (input, { mcpReq: { signal } }) => {
      const answer = await runTool(name, input, { ...surroundings, signal });
      const text = answer.kind === "refused" ? answer.message : JSON.stringify(answer.result);
      return { content: [{ type: "text", text }], isError: answer.kind === "refused" };
    });
  }
  return server;
}
