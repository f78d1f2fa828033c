import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { documentedFunctions } from "../../server/src/functions/documentedFunctions.ts";
import { findFunction, findFunctionIgnoringCase, functions } from "../../server/src/functions/index.ts";
import { evaluation } from "./evaluation.ts";

const folder = join(import.meta.dirname, "../../server/src/functions");

suite("fact sheets of functions", () => {
  test("each function is documented", () =>
    assert.deepEqual(
      documentedFunctions.map(({ name }) => name),
      functions.map(({ name }) => name),
    ));

  for (const definition of documentedFunctions) {
    const { name, summary, source, examples, parameters, repeating } = definition;

    test(`${name} has a summary, an example and the page that documents it`, () => {
      assert.match(summary, /^[A-Z].*\.$/);
      assert.match(source, /^https:\/\/learn\.microsoft\.com\//);
      assert.notEqual(examples.length, 0);
    });

    test(`${name} describes each of its parameters, required ones first but for those of FormatDateTime`, () => {
      const all = [...parameters, ...(repeating?.group ?? [])];
      for (const parameter of all) assert.match(parameter.summary, /\.$/, `${parameter.name} has no sentence`);
      const lastRequired = parameters.findLastIndex(parameter => parameter.required);
      const heldOpen = parameters.slice(0, lastRequired).filter(parameter => !parameter.required);
      assert.deepEqual(
        heldOpen.map(parameter => parameter.name),
        name === "FormatDateTime" ? ["dateTimeStyles"] : [],
      );
    });

    for (const { expression, input, result } of examples) {
      test(`${name}'s example ${expression} gives ${JSON.stringify(result)}`, () => {
        assert.deepEqual(evaluation(expression, input).result, result);
      });
    }
  }

  test("each function has its own file, named like it", () => {
    const sheets = globSync("*.ts", { cwd: folder }).filter(file =>
      readFileSync(join(folder, file), "utf8").includes(": FunctionDefinition = {"),
    );
    assert.deepEqual(sheets.sort(), functions.map(({ name }) => `${fileName(name)}.ts`).sort());
    for (const { name } of functions) {
      assert.ok(readFileSync(join(folder, `${fileName(name)}.ts`), "utf8").includes(`name: "${name}"`), name);
    }
  });

  test("functions are listed in the order of the alphabet, each once", () => {
    const names = functions.map(({ name }) => name.toLowerCase());
    assert.deepEqual(names, [...new Set(names)].sort());
  });

  test("a name is found as it is written, and in any case where that is asked", () => {
    assert.equal(findFunction("ToLower")?.name, "ToLower");
    assert.equal(findFunction("tolower"), undefined);
    assert.equal(findFunctionIgnoringCase("tolower")?.name, "ToLower");
    assert.equal(findFunctionIgnoringCase("Lower"), undefined);
  });

  test("the keys that Microsoft Graph is known to use are stated", () => {
    const keys = Object.fromEntries(
      functions.map(({ name, parameters, repeating }) => [
        name,
        [...parameters, ...(repeating?.group ?? [])].map(({ key }) => key).join(" "),
      ]),
    );
    assert.equal(keys.Append, "source suffix");
    assert.equal(keys.BitAnd, "left right");
    assert.equal(keys.DateFromNum, "source");
    assert.equal(keys.Error, "message");
    assert.equal(keys.IIF, "one four five");
    assert.equal(keys.Item, "source index");
    assert.equal(keys.Join, "separator source");
    assert.equal(keys.Left, "source length");
    assert.equal(keys.RemoveDuplicates, "source");
    assert.equal(keys.Mid, "source start length");
    assert.equal(
      keys.Replace,
      "source Find RegularExpression RegularExpressionGroupName Replacement ReplacementPropertyName Template",
    );
    assert.equal(keys.Switch, "source defaultValue switchValue switchValue");
    assert.deepEqual(findFunction("IIF")?.parameters[0]?.comparison, { left: "one", operator: "two", right: "three" });
  });
});

/** `ToLower` in `toLower.ts`, `IIF` in `iif.ts`. */
function fileName(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name.charAt(0).toLowerCase() + name.slice(1);
}
