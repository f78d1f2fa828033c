import { existsSync } from "node:fs";
import { Command } from "commander";
import { InputError } from "../../connectors/inputError.ts";
import type { World } from "../../engine/expression/world.ts";
import type { Value } from "../../functions/values.ts";
import type { Evaluate, Evaluated, Flow } from "../../session/evaluator.ts";
import { collect, type FormatOption, formatOption, instant, wholeNumber, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { excerpt } from "../text/excerpt.ts";

interface EvalOptions extends FormatOption {
  readonly user?: string;
  readonly directory?: string;
  readonly set?: readonly string[];
  readonly now?: number;
  readonly seed?: number;
  readonly batch?: string;
}

/** `mapwright eval`: the value of one expression, or of one a line. */
export function evalCommand(terminal: Terminal): Command {
  const command = new Command("eval")
    .description("Evaluate an expression, or with --batch one in each line of a file.")
    .argument("[expression]", "in Entra's language: 'ToUpper([department])'")
    .option(
      "--set <name=value>",
      "an attribute of the user; may be repeated, the same name again makes a list",
      collect,
    )
    .option(
      "--user <file>",
      "a JSON file with the user's attributes; with --directory a user's id, userPrincipalName or mail",
    )
    .option("--directory <file>", "a directory of users, from which --user picks one")
    .option("--now <instant>", "what Now() returns, in ISO 8601; the present if absent", instant)
    .option("--seed <number>", "makes random functions repeat the same values", wholeNumber)
    .option("--batch <file>", 'a file of lines {"id", "expression", "input": {…}}; - reads standard input')
    .addOption(formatOption())
    .action(async (expression: string | undefined, options: EvalOptions) =>
      terminal.end(await run(expression, options, terminal)),
    );
  return withExamples(
    command,
    [`eval 'Join(", ", [surname], [givenName])' --set givenName=Ada --set surname=Lovelace`, "prints Lovelace, Ada"],
    ["eval 'Now()' --now 2026-01-31T09:00:00Z", "prints 1/31/2026 9:00:00 AM"],
    ["eval --batch rows.jsonl", 'prints {"id", "value"} or {"id", "problem"} for each line'],
  );
}

async function run(expression: string | undefined, options: EvalOptions, terminal: Terminal): Promise<ExitCode> {
  const { createEvaluator } = await import("../../session/evaluator.ts");
  const evaluate = createEvaluator(await worldOf(options));
  if (options.batch !== undefined) {
    if (expression !== undefined) throw new InputError("Give either an expression or --batch, not both.");
    const { answerLines } = await import("../batch.ts");
    await answerLines(options.batch, evaluate, terminal);
    return 0;
  }
  if (expression === undefined) throw new InputError("Give an expression, or a file of them with --batch.");
  return evaluateOne(expression, options, evaluate, terminal);
}

async function worldOf({ now, seed }: EvalOptions): Promise<World> {
  const { defaultAssumptions } = await import("../../functions/assumptions.ts");
  const { seededRandom } = await import("../../engine/expression/seededRandom.ts");
  const { secureRandom } = await import("../../session/secureRandom.ts");
  return {
    now: now === undefined ? Date.now : () => now,
    random: seed === undefined ? secureRandom : seededRandom(seed),
    assumptions: defaultAssumptions,
    jobParameters: new Map(),
  };
}

async function evaluateOne(
  expression: string,
  options: EvalOptions,
  evaluate: Evaluate,
  terminal: Terminal,
): Promise<ExitCode> {
  const evaluated = evaluate(expression, await attributesFrom(options));
  if (options.format === "json") await terminal.print(JSON.stringify(document(evaluated)));
  else await printForPeople(expression, evaluated, terminal);
  return evaluated.kind === "value" ? 0 : 1;
}

/** What `eval --format json` prints. */
type EvalDocument =
  | { readonly value: Flow; readonly assumptions: readonly string[] }
  | { readonly problem: string; readonly start: number; readonly end: number };

function document(evaluated: Evaluated): EvalDocument {
  if (evaluated.kind === "value") return { value: evaluated.value, assumptions: evaluated.assumptions };
  return { problem: evaluated.message, start: evaluated.span.start, end: evaluated.span.end };
}

async function printForPeople(expression: string, evaluated: Evaluated, terminal: Terminal): Promise<void> {
  if (evaluated.kind === "problem") {
    terminal.note(evaluated.message);
    for (const line of excerpt(expression, evaluated.span)) terminal.note(`  ${line}`);
    return;
  }
  await terminal.print(...valueLines(evaluated.value, terminal));
  for (const assumption of evaluated.assumptions) terminal.note(`Assumed: ${assumption}`);
}

function valueLines(value: Flow, { paint }: Terminal): readonly string[] {
  if (value === null) return [paint("faint", "(no value)")];
  if (typeof value === "string") return [value];
  return "flow" in value ? [paint("faint", "(flow ignored)")] : value;
}

async function attributesFrom(options: EvalOptions): Promise<ReadonlyMap<string, Value>> {
  const attributes = new Map(await userAttributes(options));
  for (const [name, values] of settings(options.set ?? []))
    attributes.set(name, values.length > 1 ? values : (values[0] ?? null));
  return attributes;
}

function settings(pairs: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const pair of pairs) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined)
      throw new InputError(`--set ${pair} has no ${pair.startsWith("=") ? "name" : "value"}. Write --set name=value.`);
    named.set(name, [...(named.get(name) ?? []), value]);
  }
  return named;
}

async function userAttributes({ user, directory }: EvalOptions): Promise<ReadonlyMap<string, Value>> {
  if (user === undefined) return new Map();
  const { readUser, findUser } = await import("../user.ts");
  if (directory === undefined && !existsSync(user))
    throw new InputError(`${user}: there is no such file. For a user of a directory, name that with --directory.`);
  return directory === undefined ? readUser(user) : findUser(directory, user);
}
