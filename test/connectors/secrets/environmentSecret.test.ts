import assert from "node:assert/strict";
import { environmentSecret, secretVariable } from "../../../server/src/connectors/secrets/environmentSecret.ts";

suite("environmentSecret", () => {
  const names: readonly (readonly [name: string, variable: string])[] = [
    ["servicenow", "MAPWRIGHT_SECRET_SERVICENOW"],
    ["servicenow-test", "MAPWRIGHT_SECRET_SERVICENOW_TEST"],
    ["a.b c/2", "MAPWRIGHT_SECRET_A_B_C_2"],
  ];
  for (const [name, variable] of names) {
    test(`"${name}" is looked for in ${variable}`, () => assert.equal(secretVariable(name), variable));
  }

  test("is the value of the variable, and undefined where that is unset or empty", () => {
    const variable = secretVariable("from-a-test");
    try {
      assert.equal(environmentSecret("from-a-test"), undefined);
      process.env[variable] = "";
      assert.equal(environmentSecret("from-a-test"), undefined);
      process.env[variable] = "s3cret";
      assert.equal(environmentSecret("from-a-test"), "s3cret");
    } finally {
      delete process.env[variable];
    }
  });
});
