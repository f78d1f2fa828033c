import assert from "node:assert/strict";
import { didYouMean } from "../../server/src/validation/didYouMean.ts";

const rows: readonly (readonly [name: string, candidates: readonly string[], meant: string | undefined])[] = [
  ["Swich", ["Split", "Switch"], "Switch"],
  ["Sitch", ["Split", "Switch"], "Switch"],
  ["Swithc", ["Split", "Switch"], "Switch"],
  ["Jion", ["Item", "Join"], "Join"],
  ["JOIN", ["Item", "Join"], "Join"],
  ["tolower", ["ToUpper", "ToLower"], "ToLower"],
  ["givenNmae", ["givenName", "surname"], "givenName"],
  ["xyz", ["abc"], undefined],
  ["ab", ["abc"], undefined],
  ["", ["a", "b"], undefined],
  ["colour", [], undefined],
  ["department", ["division", "companyName"], undefined],
  ["IsNulOrEmtpy", ["IsNull", "IsNullOrEmpty"], "IsNullOrEmpty"],
  ["abcdef", ["abcdxf", "abcdefg"], "abcdxf"],
];

suite("Did you mean", () => {
  for (const [name, candidates, meant] of rows) {
    test(`'${name}' among ${candidates.join(", ") || "nothing"}: ${meant ?? "no offer"}`, () => {
      assert.equal(didYouMean(name, candidates), meant);
    });
  }

  test("never offers the name itself", () => assert.equal(didYouMean("Join", ["Join"]), undefined));

  test("allows four edits at most, however long the name", () => {
    const name = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization";
    const near = name.replace("organization", "organisations");
    const far = name.replace("organization", "costs");
    assert.equal(didYouMean(name, [far, near]), near);
    assert.equal(didYouMean(name, [far]), undefined);
  });
});
