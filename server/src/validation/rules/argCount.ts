import * as l10n from "@vscode/l10n";
import { maximumArguments, minimumArguments, parameterAt } from "../../functions/arity.ts";
import type { FunctionDefinition } from "../../functions/definition.ts";
import { signatureOf } from "../../functions/signature.ts";
import { type Call, nameOf } from "../../language/expression/tree.ts";
import { cover } from "../../language/text.ts";
import { calledFunction, isWhole } from "../calls.ts";
import { remove } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** Entra refuses to save a call with too few or too many arguments. Switch, whose arguments come in pairs, has a rule of its own. */
export const argCount: Rule = {
  code: "arg-count",
  severity: "error",
  source: `${functionsPage}#list-of-functions`,
  check: report => ({
    Call(call) {
      const definition = calledFunction(call);
      if (definition === undefined || !isWhole(call)) return;
      if (hasRuleOfItsOwn(call, definition)) return;
      if (definition.name === "Switch") reportOmitted(report, call, definition);
      else checkCount(report, call, definition);
    },
  }),
};

/** Too few arguments of a kind that has a code of its own. */
function hasRuleOfItsOwn({ arguments: { length } }: Call, { name }: FunctionDefinition): boolean {
  return (name === "FormatDateTime" && length === 3) || (name === "SelectUniqueValue" && length < 2);
}

function checkCount(report: Report, call: Call, definition: FunctionDefinition): void {
  const present = call.arguments.length;
  // Empty arguments at the end are allowed: exported schemas have them, even where the function takes no more.
  const used = call.arguments.findLastIndex(({ kind }) => kind !== "Omitted") + 1;
  if (used > maximumArguments(definition)) reportTooMany(report, call, definition, used);
  else if (present < minimumArguments(definition)) reportTooFew(report, call, definition);
  else reportOmitted(report, call, definition);
}

function reportTooMany(report: Report, call: Call, definition: FunctionDefinition, used: number): void {
  const maximum = maximumArguments(definition);
  const first = call.arguments[maximum]?.span ?? call.span;
  const last = call.arguments.at(-1)?.span ?? call.span;
  const start = call.separators[maximum - 1] ?? call.open;
  const here = used === 1 ? l10n.t("here is 1") : l10n.t`here are ${used}`;
  const surplus = { start, end: call.close ?? last.end };
  report(
    cover(first, last),
    l10n.t`${definition.name} takes ${counted(maximum)}, ${here}: ${signatureOf(definition).label}.`,
    remove(
      surplus,
      used - maximum === 1 ? l10n.t("Remove the surplus argument") : l10n.t("Remove the surplus arguments"),
    ),
  );
}

function reportTooFew(report: Report, call: Call, definition: FunctionDefinition): void {
  const { name, tooFew } = definition;
  const minimum = minimumArguments(definition);
  const missing = Array.from({ length: minimum }, (_, index) => index)
    .slice(call.arguments.length)
    .filter(index => parameterAt(definition, index)?.required)
    .map(index => `'${parameterAt(definition, index)?.name}'`);
  const message =
    tooFew === undefined
      ? l10n.t`${name} lacks ${missing.join(` ${l10n.t("and")} `)}: ${signatureOf(definition).label}.`
      : l10n.t(tooFew);
  report(nameOf(call).span, message);
}

function reportOmitted(report: Report, call: Call, definition: FunctionDefinition): void {
  if (call.arguments.every(({ kind }) => kind !== "Omitted")) return;
  call.arguments.forEach((argument, index) => {
    const parameter = parameterAt(definition, index);
    if (argument.kind !== "Omitted" || !parameter?.required || mayBeEmpty(call, definition, index)) return;
    const comma = call.separators[index] ?? call.separators[index - 1];
    const place = comma === undefined ? nameOf(call).span : { start: comma, end: comma + 1 };
    report(
      argument.span.start < argument.span.end ? argument.span : place,
      l10n.t`${definition.name} needs '${parameter.name}' here: ${signatureOf(definition).label}.`,
    );
  });
}

/** A repetition that is not needed, and a last branch: `IIF(…, …, )` stands in exported schemas and gives null. */
function mayBeEmpty(call: Call, definition: FunctionDefinition, index: number): boolean {
  const isLastBranch = definition.implementation.kind === "lazy" && index === call.arguments.length - 1;
  return isLastBranch || (index >= minimumArguments(definition) && definition.name !== "Switch");
}

function counted(count: number): string {
  if (count === 0) return l10n.t("no arguments");
  return count === 1 ? l10n.t("1 argument") : l10n.t`${count} arguments`;
}
