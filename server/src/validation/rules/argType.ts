import { parameterAt } from "../../functions/arity.ts";
import type { Parameter } from "../../functions/definition.ts";
import type { Expression } from "../../language/expression/tree.ts";
import { calledFunction } from "../calls.ts";
import { literalNumber, literalText } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The least number that makes sense, by function and parameter, where a smaller one is allowed and does nothing useful. */
const least: Readonly<Record<string, number>> = { "Left NumChars": 1, "Mid length": 1, "Word WordNumber": 1 };

/** An argument that is written out and is not what its parameter takes fails, or does nothing, for every object. */
export const argType: Rule = {
  code: "arg-type",
  severity: "warning",
  source: `${functionsPage}#list-of-functions`,
  summary: "A number that is written out is one that its function can use.",
  bad: 'nickName <- Left([givenName], "three")',
  good: "nickName <- Left([givenName], 3)",
  check: report => ({
    Call(call) {
      const definition = calledFunction(call);
      if (definition === undefined) return;
      call.arguments.forEach((argument, index) => {
        const parameter = parameterAt(definition, index);
        const text = literalText(argument);
        if (parameter?.type !== "integer" || text === undefined) return;
        const wanted = missed(argument, least[`${definition.name} ${parameter.name}`]);
        if (wanted !== undefined) report(argument.span, messageOf(definition.name, parameter, wanted, text));
      });
    },
  }),
};

/** What the argument should be and is not. */
function missed(argument: Expression, minimum: number | undefined): string | undefined {
  const number = literalNumber(argument);
  if (number === undefined || !Number.isInteger(number)) return "a whole number";
  return minimum !== undefined && number < minimum ? `${minimum} or more` : undefined;
}

function messageOf(name: string, parameter: Parameter, wanted: string, text: string): string {
  return `${name} takes ${wanted} for '${parameter.name}', not ${text === "" ? "an empty text" : text}.`;
}
