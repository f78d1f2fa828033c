import { printExpression } from "../language/expression/print.ts";
import type { Call, Expression } from "../language/expression/tree.ts";
import { calls, isWhole } from "./calls.ts";
import { literalText } from "./literals.ts";

/** A Switch by its parts. An omitted default value is an `Omitted` node. */
export interface SwitchParts {
  readonly source: Expression;
  readonly defaultValue: Expression;
  readonly pairs: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** The parts of a Switch; undefined where it lacks some, or a key its value. */
export function switchParts(call: Call): SwitchParts | undefined {
  const [source, defaultValue, ...rest] = call.arguments;
  if (!isWhole(call) || source === undefined || defaultValue === undefined) return undefined;
  const isCommaTooMany = rest.length > 1 && rest.length % 2 === 1 && rest.at(-1)?.kind === "Omitted";
  const paired = isCommaTooMany ? rest.slice(0, -1) : rest;
  if (source.kind === "Omitted" || paired.length === 0 || paired.length % 2 === 1) return undefined;
  const pairs = paired.flatMap((key, index) => {
    const value = paired[index + 1];
    return index % 2 === 0 && value !== undefined ? [{ key, value }] : [];
  });
  return { source, defaultValue, pairs };
}

/** A Switch as IIF in IIF, one for each key; undefined where a key is "", which IIF cannot compare with, or is not written out. */
export function switchAsIif(call: Call): string | undefined {
  const parts = calls(call, "Switch") ? switchParts(call) : undefined;
  if (parts?.pairs.every(({ key }) => literalText(key)) !== true) return undefined;
  const source = printExpression(parts.source);
  return parts.pairs.reduceRight(
    (otherwise, { key, value }) => `IIF(${source} = ${printExpression(key)}, ${printExpression(value)}, ${otherwise})`,
    printExpression(parts.defaultValue),
  );
}

/** IIF in IIF that compares one thing with texts that are written out, as a Switch; undefined where it does anything else. */
export function iifAsSwitch(call: Call): string | undefined {
  const branches: Branch[] = [];
  let otherwise: Expression = call;
  for (let branch = branchOf(otherwise); branch !== undefined; branch = branchOf(otherwise)) {
    if (branch.source !== (branches[0]?.source ?? branch.source)) break;
    branches.push(branch);
    otherwise = branch.otherwise;
  }
  const [first] = branches;
  if (first === undefined) return undefined;
  const pairs = branches.map(({ key, value }) => `, ${key}, ${value}`).join("");
  return `Switch(${first.source}, ${printExpression(otherwise)}${pairs})`;
}

/** What gives one value where the tested value is there and another where it is absent or empty. */
export function switchOnPresence(tested: Expression, present: Expression, absent: Expression): string {
  const [source, defaultValue, value] = [tested, present, absent].map(printExpression);
  return `Switch(${source}, ${defaultValue}, "", ${value})`;
}

interface Branch {
  readonly source: string;
  readonly key: string;
  readonly value: string;
  readonly otherwise: Expression;
}

function branchOf(node: Expression): Branch | undefined {
  if (!calls(node, "IIF") || !isWhole(node)) return undefined;
  const [condition, value, otherwise] = node.arguments;
  if (condition?.kind !== "BinaryOperation" || condition.operator.text !== "=") return undefined;
  if (value === undefined || value.kind === "Omitted" || otherwise === undefined) return undefined;
  const [source, key] = literalText(condition.left)
    ? [condition.right, condition.left]
    : [condition.left, condition.right];
  if (!literalText(key) || literalText(source) !== undefined) return undefined;
  return { source: printExpression(source), key: printExpression(key), value: printExpression(value), otherwise };
}
