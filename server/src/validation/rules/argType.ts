import * as l10n from "@vscode/l10n";
import { parameterAt } from "../../functions/arity.ts";
import type { Parameter } from "../../functions/definition.ts";
import { parseFreeDate } from "../../functions/dotnet/freeDate.ts";
import { isFailure } from "../../functions/values.ts";
import type { Expression } from "../../language/expression/tree.ts";
import { calledFunction } from "../calls.ts";
import { didYouMean } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { literalNumber, literalText } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { stillWorld } from "../stillWorld.ts";

/** The least number that makes sense, by function and parameter, where a smaller one is allowed and does nothing useful. */
const least: Readonly<Record<string, number>> = { "Left NumChars": 1, "Mid length": 1, "Word WordNumber": 1 };

/** Functions and parameters that have rules of their own. */
const checkedElsewhere: ReadonlySet<string> = new Set([
  "InStr compareType",
  "DateAdd interval",
  "DateAdd dateTime",
  "DateDiff interval",
  "DateDiff date1",
  "DateDiff date2",
  "NumFromDate value",
]);

/** An argument that is written out and is not what its parameter takes fails, or does nothing, for every object. */
export const argType: Rule = {
  code: "arg-type",
  severity: "warning",
  source: `${functionsPage}#list-of-functions`,
  check: report => ({
    Call(call) {
      const definition = calledFunction(call);
      if (definition === undefined) return;
      call.arguments.forEach((argument, index) => {
        const text = argument.kind === "Constant" ? argument.text : literalText(argument);
        const parameter = text === undefined ? undefined : parameterAt(definition, index);
        if (text === undefined || parameter === undefined) return;
        const place = `${definition.name} ${parameter.name}`;
        if (checkedElsewhere.has(place)) return;
        const wanted = missed(argument, text, parameter, least[place]);
        if (wanted === undefined) return;
        const meant = didYouMean(text, parameter.words ?? []);
        const fixes = meant === undefined ? [] : [changeTo(argument.span, meant)];
        const shown = text === "" ? l10n.t("an empty text") : text;
        report(
          argument.span,
          l10n.t`${definition.name} takes ${wanted} for '${parameter.name}', not ${shown}.`,
          ...fixes,
        );
      });
    },
  }),
};

/** What the argument should be and is not. */
function missed(
  argument: Expression,
  text: string,
  parameter: Parameter,
  minimum: number | undefined,
): string | undefined {
  if (parameter.words !== undefined) {
    return parameter.words.includes(text) ? undefined : parameter.words.join(` ${l10n.t("or")} `);
  }
  if (argument.kind === "Constant") return undefined;
  const number = literalNumber(argument);
  switch (parameter.type) {
    case "integer":
      if (number === undefined || !Number.isInteger(number)) return l10n.t("a whole number");
      return minimum !== undefined && number < minimum ? l10n.t`${minimum} or more` : undefined;
    case "number":
      return number === undefined ? l10n.t("a number") : undefined;
    case "dateTime":
      return isFailure(parseFreeDate(text, stillWorld)) ? l10n.t("a date such as 2026-01-31") : undefined;
    default:
      return undefined;
  }
}
