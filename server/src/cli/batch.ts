import { readLines } from "../connectors/lines.ts";
import { quoteLongNumbers } from "../connectors/longNumbers.ts";
import type { Evaluate } from "../session/evaluator.ts";
import { attributesIn, isRecord } from "./input.ts";
import { progressBar } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** Answers every line of a file, or of standard input for `-`, in order and as it is read. */
export async function answerLines(path: string, evaluate: Evaluate, terminal: Terminal): Promise<void> {
  const { size, read, blocks } = await readLines(path);
  const progress = await progressBar(terminal.showsProgress, path, size);
  let number = 0;
  for await (const lines of blocks) {
    await terminal.print(lines.map(line => answerLine(line, ++number, evaluate)).join("\n"));
    progress.update(read());
  }
  progress.stop();
}

interface Row {
  readonly id: unknown;
  readonly expression: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What is wrong with a line, and the id it has nevertheless. */
interface BadRow {
  readonly id: unknown;
  readonly problem: string;
}

/**
 * The answer to one line of a batch, `{"id","expression","input"}` -> `{"id","value"}` or `{"id","problem"}`, as JSON.
 * A line that is no such row is answered with its number.
 */
export function answerLine(line: string, number: number, evaluate: Evaluate): string {
  const row = readRow(line, number);
  if ("problem" in row) return JSON.stringify(row);
  const { id } = row;
  const evaluated = evaluate(row.expression, attributesIn(row.input));
  return JSON.stringify(
    evaluated.kind === "value" ? { id, value: evaluated.value } : { id, problem: evaluated.message },
  );
}

function readRow(line: string, number: number): Row | BadRow {
  const row = parsed(line);
  if (!isRecord(row)) {
    return { id: null, problem: `Line ${number} is no JSON object. Write {"id": …, "expression": "…", "input": {…}}.` };
  }
  const { id = null, expression, input = {} } = row;
  if (typeof expression !== "string") {
    return { id, problem: `Line ${number} has no "expression". Give it one, as a string.` };
  }
  if (!isRecord(input)) {
    return { id, problem: `Line ${number} has an "input" that is no object. Write attributes: {"mail": "a@b.com"}.` };
  }
  return { id, expression, input };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(quoteLongNumbers(line));
  } catch {
    return undefined;
  }
}
