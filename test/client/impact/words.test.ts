import assert from "node:assert/strict";
import { lensTitle } from "../../../client/src/impact/lensTitle.ts";
import { baseText, scopeText, summaryText, thresholdText, warningText } from "../../../client/src/impact/words.ts";
import { sampleImpact } from "./sampleImpact.ts";

const { report } = sampleImpact();
const uri = "file:///app.provmap";

suite("the words of an impact", () => {
  for (const [counts, words] of [
    [{ inScope: { before: 3, after: 3 }, joins: 0, leaves: 0 }, "3 in scope"],
    [{ inScope: { before: 1500, after: 1 }, joins: 0, leaves: 1499 }, "1 in scope, 1,499 would fall out"],
    [{ inScope: { before: 2, after: 2 }, joins: 1, leaves: 1 }, "2 in scope, 1 would fall out, 1 would come in"],
  ] as const)
    test(words, () => assert.equal(scopeText(counts), words));

  test("nobody is affected", () => assert.equal(summaryText([]), "Nothing would change for anybody"));

  for (const [verdict, words] of [
    [{ deletions: 0, trips: false }, /^0 accounts would be .* has no accidental-deletions threshold/],
    [{ deletions: 1, threshold: 2, trips: false }, /^1 account would be .* within .* of 2\.$/],
    [{ deletions: 3, threshold: 2, trips: true }, /^3 accounts would be .* more than .* of 2: the cycle would stop/],
  ] as const)
    test(`a threshold: ${words}`, () => assert.match(thresholdText(verdict), words));

  for (const [base, words] of [
    [{ kind: "revision", revision: "main" }, "main"],
    [{ kind: "saved" }, "the saved file"],
    [{ kind: "text", text: "" }, "the file before it was saved"],
  ] as const)
    test(`the version before: ${words}`, () => assert.equal(baseText(base), words));

  test("a lens warns where the threshold would trip", () =>
    assert.equal(
      lensTitle({ uri, mapping: "Users" }, report),
      "$(warning) 2 in scope, 1,200 would fall out, 1 would come in; above the threshold of 50",
    ));
  test("a lens of a filter has the counts of the filter", () =>
    assert.equal(
      lensTitle({ uri, mapping: "Users", filter: "Staff" }, report),
      "2 in scope, 1,200 would fall out, 1 would come in",
    ));
  test("a lens of what was not reckoned tells nothing", () => {
    assert.equal(lensTitle({ uri, mapping: "Groups" }, report), "Impact…");
    assert.equal(lensTitle({ uri, mapping: "Users", filter: "New" }, report), "Impact…");
  });
});

suite("the warning of an edit that is saved", () => {
  for (const [deletions, threshold, words] of [
    [50, 50, undefined],
    [51, 50, /With this edit of app\.provmap, 51 accounts .* accidental-deletions threshold of 50\.$/],
    [500, undefined, undefined],
    [501, undefined, /501 accounts .* the 500 of the setting mapwright\.impact\.deleteThreshold\.$/],
    [1, 0, /1 account would be/],
  ] as const)
    test(`${deletions} deletions, ${threshold ?? "no"} threshold`, () => {
      const verdict = { deletions, trips: false, ...(threshold !== undefined && { threshold }) };
      const told = warningText("app.provmap", verdict, 500);
      if (words === undefined) assert.equal(told, undefined);
      else assert.match(told ?? "", words);
    });
});
