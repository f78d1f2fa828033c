import { Command } from "commander";
import packageJson from "../../../package.json" with { type: "json" };
import { allowDeletesCommand } from "./commands/allowDeletes.ts";
import { checkCommand } from "./commands/check.ts";
import { evalCommand } from "./commands/eval.ts";
import { exportCommand } from "./commands/export.ts";
import { formatCommand } from "./commands/format.ts";
import { impactCommand } from "./commands/impact.ts";
import { importCommand } from "./commands/import.ts";
import { logsCommand } from "./commands/logs.ts";
import { lspCommand } from "./commands/lsp.ts";
import { mcpCommand } from "./commands/mcp.ts";
import { newCommand } from "./commands/new.ts";
import { previewCommand } from "./commands/preview.ts";
import { provisionCommand } from "./commands/provision.ts";
import { rejectDeletesCommand } from "./commands/rejectDeletes.ts";
import { resetSandboxCommand } from "./commands/resetSandbox.ts";
import { restartCommand } from "./commands/restart.ts";
import { runCommand } from "./commands/run.ts";
import { sandboxCommand } from "./commands/sandbox.ts";
import { showSandboxCommand } from "./commands/showSandbox.ts";
import { snapshotCommand } from "./commands/snapshot.ts";
import { statusCommand } from "./commands/status.ts";
import { testCommand } from "./commands/test.ts";
import { testConnectionCommand } from "./commands/testConnection.ts";
import type { Terminal } from "./terminal.ts";

const commands = [
  newCommand,
  checkCommand,
  evalCommand,
  previewCommand,
  provisionCommand,
  impactCommand,
  runCommand,
  statusCommand,
  logsCommand,
  restartCommand,
  allowDeletesCommand,
  rejectDeletesCommand,
  testCommand,
  importCommand,
  exportCommand,
  formatCommand,
  snapshotCommand,
  testConnectionCommand,
  sandboxCommand,
  showSandboxCommand,
  resetSandboxCommand,
  lspCommand,
  mcpCommand,
] as const;

/** The command line of Mapwright. Wrong arguments are told in one line; nothing in it ends the process. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command("mapwright")
    .description("Write, check, preview and test Microsoft Entra ID provisioning mappings.")
    .version(packageJson.version)
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`mapwright: ${oneLine(text)}\n`) });
  for (const create of commands) program.addCommand(create(terminal).copyInheritedSettings(program));
  return program;
}

function oneLine(text: string): string {
  return text
    .replace(/^error: /, "")
    .trim()
    .replace(/\s*\n\s*/g, " ");
}
