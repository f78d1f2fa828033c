import { parameterAt } from "../../functions/arity.ts";
import { findFunctionIgnoringCase } from "../../functions/index.ts";
import type { Call, Expression, JobParameter } from "../../language/expression/tree.ts";
import { type JsonNode, type JsonTree, member, objects, stringOf } from "../../language/graph/json.ts";
import type { Span } from "../../language/text.ts";
import { meantWord, sourceType } from "./enumerations.ts";

/**
 * An expression with the settings of the job that its text lacks. Graph keeps `%Name%` as a constant without an expression
 * and prints nothing for it, so that the schemas of cloud sync have `Join("@", [sAMAccountName], )` beside parameters that
 * say which setting stands behind the last comma.
 */
export function withJobSettings(expression: Expression, json: JsonTree, source: JsonNode): Expression {
  return expression.kind === "Call" ? inCall(expression, json, source) : expression;
}

/** The setting that a constant without an expression stands for. */
export function jobSetting(name: string | undefined, span: Span): JobParameter | undefined {
  const [, setting] = /^%(\w+)%$/.exec(name ?? "") ?? [];
  return setting === undefined ? undefined : { kind: "JobParameter", name: setting, span };
}

function inCall(call: Call, json: JsonTree, source: JsonNode): Call {
  const parameters = objects(json, member(json, source, "parameters")).map(each => member(json, each, "value"));
  let next = 0;
  const filled = call.arguments.map((argument, index) => {
    const value = parameters[next];
    if (value === undefined) return argument;
    if (argument.kind === "Omitted") {
      const setting = settingAt(json, value, argument.span);
      if (setting !== undefined) next++;
      return setting ?? argument;
    }
    next += isComparison(call, argument, index) ? 3 : 1;
    return withJobSettings(argument, json, value);
  });
  return { ...call, arguments: filled };
}

function settingAt(json: JsonTree, value: JsonNode, span: Span): JobParameter | undefined {
  const [name, type, expression] = ["name", "type", "expression"].map(each =>
    stringOf(json, member(json, value, each)),
  );
  const isConstant = meantWord(sourceType, type?.text) === "Constant";
  return isConstant && expression === undefined ? jobSetting(name?.text, span) : undefined;
}

/** Graph keeps the two sides of a comparison and its operator as three parameters. */
function isComparison({ name }: Call, argument: Expression, index: number): boolean {
  const definition = findFunctionIgnoringCase(name);
  return (
    argument.kind === "BinaryOperation" &&
    definition !== undefined &&
    parameterAt(definition, index)?.comparison !== undefined
  );
}
