import { Command } from "commander";
import { formatOption, withExamples } from "../options.ts";
import type { Terminal } from "../terminal.ts";

/** `mapwright mcp`: what language models may ask for, as a server of Model Context Protocol. */
export function mcpCommand(terminal: Terminal): Command {
  const command = new Command("mcp")
    .description("Serve language models over Model Context Protocol: evaluate, check, preview, explain. Never writes.")
    .argument("[folders...]", "the folders whose files may be read; the current one if absent")
    .addOption(formatOption())
    .action(async (folders: readonly string[]) => {
      const { serveTools } = await import("../mcp.ts");
      await serveTools(folders.length === 0 ? [process.cwd()] : folders, terminal);
    });
  return withExamples(
    command,
    ["mcp", "is the command to enter into a client of Model Context Protocol"],
    ["mcp mappings", "lets it read the files below the folder mappings alone"],
  );
}
