import assert from "node:assert/strict";
import { masked } from "../../../client/src/secrets/maskSecrets.ts";

suite("masked trace", () => {
  test("shows no secret, neither as it is nor as JSON text", () => {
    const secret = 'to"ken\\';
    const trace = `Result: ${JSON.stringify({ value: secret })} and ${secret}`;
    assert.equal(masked(trace, [secret]), 'Result: {"value":"••••"} and ••••');
  });

  test("leaves every other text alone", () => assert.equal(masked("Result: {}", ["token"]), "Result: {}"));
});
