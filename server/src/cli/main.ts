#!/usr/bin/env node
import { CommanderError } from "commander";
import { InputError } from "../connectors/inputError.ts";
import { createProgram } from "./program.ts";
import { runtimeProblem } from "./runtimeProblem.ts";
import { terminalOf } from "./terminal.ts";

const terminal = terminalOf(process);
try {
  await createProgram(terminal).parseAsync();
} catch (error) {
  terminal.end(error instanceof CommanderError && error.exitCode === 0 ? 0 : 2);
  if (!(error instanceof CommanderError)) terminal.note(explained(error));
}

function explained(error: unknown): string {
  if (error instanceof InputError) return `mapwright: ${error.message}`;
  const tooOld = runtimeProblem(process.versions.node);
  if (tooOld !== undefined) return `mapwright: ${tooOld}`;
  return `mapwright: internal error: ${error instanceof Error ? error.message : String(error)}`.replaceAll("\n", " ");
}
