import { type Command, InvalidArgumentError, Option } from "commander";

/** How a command prints: for people, or stable and for programs. */
export interface FormatOption {
  readonly format: "text" | "json";
}

/** `--format text|json`, which every command takes. */
export function formatOption(): Option {
  return new Option("--format <format>", "text for people, json for programs")
    .choices(["text", "json"])
    .default("text");
}

/** Adds the examples to a command's help, each with what it does. */
export function withExamples(
  command: Command,
  ...examples: readonly (readonly [line: string, does: string])[]
): Command {
  const lines = examples.map(([line, does]) => `  $ mapwright ${line}\n      ${does}`);
  return command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

/** Reads a whole number that is not negative. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("Write a whole number, 0 or more.");
  return Number(text);
}

/** Reads the number of a TCP port; 0 is a free one. */
export function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError("Write a port, a number from 0 to 65535.");
  return Number(text);
}

/** Reads an instant in ISO 8601, as milliseconds since 1970-01-01T00:00:00Z. */
export function instant(text: string): number {
  const milliseconds = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new InvalidArgumentError("Write an instant such as 2026-01-31T09:00:00Z.");
  return milliseconds;
}

/** Collects the values of an option that may be given more than once. */
export function collect(text: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, text];
}
