import assert from "node:assert/strict";
import fc from "fast-check";
import { didYouMean, nearestOf } from "../../server/src/validation/didYouMean.ts";

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

/** Edits between two names, every pair of pieces compared: the candidates that are passed over lose nothing by it. */
function edits(from: string, to: string): number {
  if (from === "" || to === "") return from.length + to.length;
  const isSame = from.at(-1) === to.at(-1);
  const isSwapped = from.length > 1 && from.at(-1) === to.at(-2) && from.at(-2) === to.at(-1);
  return Math.min(
    edits(from.slice(0, -1), to) + 1,
    edits(from, to.slice(0, -1)) + 1,
    edits(from.slice(0, -1), to.slice(0, -1)) + (isSame ? 0 : 1),
    isSwapped ? edits(from.slice(0, -2), to.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

suite("What is near", () => {
  test("is found wherever its edits are few enough", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b", "c", "1"), maxLength: 7 });
    fc.assert(
      fc.property(name, name, (written, candidate) => {
        const isNear = written !== candidate && edits(written, candidate) <= Math.floor(written.length / 3);
        assert.equal(didYouMean(written, [candidate]), isNear ? candidate : undefined);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("is no longer looked for when thousands of names are compared with thousands", () => {
    const candidates = Array.from({ length: 5_000 }, (_, index) => `attribute${index}`);
    const nearest = nearestOf(candidates);
    const found = candidates.map(candidate => nearest(candidate.replace("tt", "t")));
    assert.equal(found[0], "attribute0");
    assert.equal(found.at(-1), undefined);
  });
});
