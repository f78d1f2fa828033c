import assert from "node:assert/strict";
import { acceptsArguments, maximumArguments, minimumArguments, parameterAt } from "../../server/src/functions/arity.ts";
import type { FunctionDefinition } from "../../server/src/functions/definition.ts";
import { findFunction } from "../../server/src/functions/index.ts";

function definition(name: string): FunctionDefinition {
  const found = findFunction(name);
  assert.ok(found, `there is no function ${name}`);
  return found;
}

suite("arity", () => {
  const limits: readonly [name: string, minimum: number, maximum: number][] = [
    ["Append", 2, 2],
    ["Coalesce", 1, Number.POSITIVE_INFINITY],
    ["IIF", 3, 3],
    ["InStr", 2, 4],
    ["Join", 2, Number.POSITIVE_INFINITY],
    ["Now", 0, 0],
    ["Replace", 1, 7],
    ["Split", 1, 2],
    ["Switch", 4, Number.POSITIVE_INFINITY],
    ["ToLower", 1, 2],
  ];
  for (const [name, minimum, maximum] of limits) {
    test(`${name} takes ${minimum} to ${maximum} arguments`, () => {
      assert.equal(minimumArguments(definition(name)), minimum);
      assert.equal(maximumArguments(definition(name)), maximum);
    });
  }

  const counts: readonly [name: string, accepted: readonly number[], refused: readonly number[]][] = [
    ["Switch", [4, 6, 8], [0, 2, 3, 5, 7]],
    ["Join", [2, 3, 9], [0, 1]],
    ["InStr", [2, 3, 4], [1, 5]],
    ["Guid", [0], [1]],
  ];
  for (const [name, accepted, refused] of counts) {
    test(`${name} accepts ${accepted.join(", ")} arguments but not ${refused.join(", ")}`, () => {
      assert.deepEqual(
        [...accepted, ...refused].filter(count => acceptsArguments(definition(name), count)),
        accepted,
      );
    });
  }

  const places: readonly [name: string, index: number, parameter: string | undefined][] = [
    ["Append", 1, "suffix"],
    ["Append", 2, undefined],
    ["Switch", 1, "defaultValue"],
    ["Switch", 2, "key"],
    ["Switch", 3, "value"],
    ["Switch", 8, "key"],
    ["Join", 7, "source"],
    ["Coalesce", 0, "source"],
  ];
  for (const [name, index, parameter] of places) {
    test(`argument ${index} of ${name} is ${parameter ?? "none"}`, () => {
      assert.equal(parameterAt(definition(name), index)?.name, parameter);
    });
  }
});
