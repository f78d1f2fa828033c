import { parameterAt } from "../../functions/arity.ts";
import type { ComparisonKeys } from "../../functions/definition.ts";
import { findFunctionIgnoringCase } from "../../functions/index.ts";
import { printExpression, quote } from "../../language/expression/print.ts";
import { type BinaryOperation, type Call, type Expression, writtenString } from "../../language/expression/tree.ts";

/** Graph `attributeMappingSource`: an expression as a tree. The text of a call is printed when it is asked for. */
export interface SourceTree {
  /** Null for a setting of the job, of which Graph keeps the name alone. */
  readonly expression: string | null;
  readonly name: string;
  readonly type: "Attribute" | "Constant" | "Function";
  readonly parameters: readonly SourceParameter[];
}

export interface SourceParameter {
  readonly key: string;
  readonly value: SourceTree;
}

/**
 * The tree that Graph keeps of an expression. Omitted arguments are left out; a number, a bare word and the operator of a
 * comparison are constants, whose own expression is a string (learn.microsoft.com/graph/api/resources/synchronization-attributemappingsource).
 */
export function sourceTree(node: Expression): SourceTree {
  switch (node.kind) {
    case "Call":
      return {
        get expression() {
          return printExpression(node);
        },
        name: node.name,
        type: "Function",
        parameters: parametersOf(node),
      };
    case "AttributeReference":
      return leaf("Attribute", node.name, printExpression(node));
    case "StringLiteral":
      return leaf("Constant", node.value, writtenString(node));
    case "JobParameter":
      return leaf("Constant", printExpression(node), null);
    case "Parenthesized":
      return { ...sourceTree(node.inner), expression: printExpression(node) };
    case "BinaryOperation":
      return {
        ...leaf("Function", node.operator.text, printExpression(node)),
        parameters: compared(node, { left: "left", operator: "operator", right: "right" }),
      };
    default:
      return constant(printExpression(node));
  }
}

function leaf(type: SourceTree["type"], name: string, expression: SourceTree["expression"]): SourceTree {
  return { expression, name, type, parameters: [] };
}

function constant(text: string): SourceTree {
  return leaf("Constant", text, quote(text));
}

function parametersOf(call: Call): readonly SourceParameter[] {
  const definition = findFunctionIgnoringCase(call.name);
  return call.arguments.flatMap((argument, index) => {
    if (argument.kind === "Omitted" || argument.kind === "Missing") return [];
    const parameter = definition && parameterAt(definition, index);
    if (argument.kind === "BinaryOperation" && parameter?.comparison !== undefined) {
      return compared(argument, parameter.comparison);
    }
    return [{ key: parameter?.key ?? "source", value: sourceTree(argument) }];
  });
}

function compared({ left, operator, right }: BinaryOperation, keys: ComparisonKeys): readonly SourceParameter[] {
  return [
    { key: keys.left, value: sourceTree(left) },
    { key: keys.operator, value: constant(operator.text) },
    { key: keys.right, value: sourceTree(right) },
  ];
}
