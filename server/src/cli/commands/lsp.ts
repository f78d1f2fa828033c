import { Command } from "commander";
import { formatOption, withExamples } from "../options.ts";

/** `mapwright lsp`: the language server, for any editor that speaks the Language Server Protocol. */
export function lspCommand(): Command {
  const command = new Command("lsp")
    .description("Run the language server.")
    .requiredOption("--stdio", "talk over standard input and output")
    .addOption(formatOption())
    .action(async () => void (await import("../../main.ts")));
  return withExamples(command, ["lsp --stdio", "is the command to enter into an editor's language client"]);
}
