import assert from "node:assert/strict";
import {
  renderActions,
  renderImpact,
  renderNotes,
  renderNotice,
  renderProgress,
} from "../../../client/src/impact/renderImpact.ts";
import { foundText, pageSize, renderPages, renderPeople } from "../../../client/src/impact/renderPeople.ts";
import { impactView, personRow } from "../../../client/src/impact/view.ts";
import { sampleImpact } from "./sampleImpact.ts";

const impact = sampleImpact();
const view = impactView(impact);
const rows = impact.report.people.flatMap(({ people }) => people).map(person => personRow(person, impact));

/** What a person reads of markup, blanks made one. */
function read(markup: string): string {
  return markup
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, " ")
    .trim();
}

suite("the impact panel", () => {
  test("tells what would happen, and warns of the threshold", () => {
    const markup = renderImpact(view);
    assert.match(markup, /<h1>1 would be created, 1,200 would be disabled<\/h1>/);
    assert.match(read(markup), /app\.provmap against HEAD, over 1,204 objects/);
    assert.match(markup, /role="alert"><p>1,200 accounts would be disabled or deleted, more than/);
    assert.match(read(renderNotes(view)), /^Assumptions The mapping "Groups" is gone/);
  });

  test("says so where the threshold would not trip", () => {
    const report = { ...impact.report, threshold: { deletions: 1, threshold: 50, trips: false } };
    const markup = renderImpact(impactView({ ...impact, report }));
    assert.match(markup, /class="verdict">1 account would be disabled or deleted, within/);
    assert.doesNotMatch(markup, /role="alert"/);
  });

  test("leads from the count of an action to its people", () => {
    const markup = renderImpact(view);
    assert.match(markup, /data-show="disable" aria-label="Show the 1,200 of Disable">1,200</);
    assert.doesNotMatch(markup, /data-show="update"/);
    assert.equal(read(renderActions(view.counts, "disable")), "All Create (1) Disable (1,200)");
    assert.match(renderActions(view.counts, "disable"), /value="disable" selected/);
  });

  test("leads from mappings, filters and clauses to their lines, but for those of the version before", () => {
    const markup = renderImpact(view);
    assert.deepEqual(markup.match(/title="Line \d+"/g), ['title="Line 1"', 'title="Line 2"', 'title="Line 3"']);
    assert.match(read(markup), /city EQUALS '<Oslo>' \(before\): kept 1 out/);
  });

  test("lists people with reason, clause and values, whatever they are called", () => {
    const markup = renderPeople({ rows, total: 1201, offset: 0 });
    assert.doesNotMatch(markup, /<b>|<Oslo>/);
    assert.match(
      read(markup),
      /Cy & Co cy Skip → Create The filter "Staff" passes\. Old: city EQUALS '<Oslo>' \(before\)/,
    );
    assert.match(read(markup), /title no value → "<b>", "Boss"/);
    assert.equal(markup.match(/data-start=/g)?.length, 1);
  });

  test("shows no more than some of the values of a person", () => {
    const [first] = rows;
    assert.ok(first);
    const changes = Array.from({ length: 11 }, (_, index) => ({ target: `t${index}`, values: "" }));
    const markup = renderPeople({ rows: [{ ...first, changes }], total: 1, offset: 0 });
    assert.equal(markup.match(/<li>/g)?.length, 8);
    assert.match(read(markup), /And 3 more\./);
  });

  for (const [name, page, found, buttons] of [
    ["nobody", { rows: [], total: 0, offset: 0 }, "Nobody was found.", []],
    ["one page", { rows, total: 2, offset: 0 }, "2 found", []],
    ["the first page", { rows, total: 1201, offset: 0 }, "1 to 2 of 1,201", [`next ${pageSize}`]],
    ["a page between", { rows, total: 1201, offset: 100 }, "101 to 102 of 1,201", ["previous 0", "next 200"]],
    ["the last page", { rows, total: 1202, offset: 1200 }, "1,201 to 1,202 of 1,202", ["previous 1100"]],
  ] as const)
    test(`tells where in the list one is: ${name}`, () => {
      assert.equal(foundText(page), found);
      const enabled = renderPages(page).matchAll(/<button id="(\w+)" data-offset="(\d+)">/g);
      assert.deepEqual(
        [...enabled].map(([, id, offset]) => `${id} ${offset}`),
        buttons,
      );
    });

  test("tells what was counted so far", () => {
    const { before, after } = impact.report;
    const markup = renderProgress({ share: 0.25, objects: 300, before, after });
    assert.match(markup, /<progress max="1" value="0.25" aria-label=/);
    assert.match(read(markup), /300 objects so far Action Before After Create 0 1/);
    assert.doesNotMatch(markup, /Affected/);
  });

  test("offers what can be done where there is no report, or an old one", () => {
    assert.match(renderNotice("Old.", "stale"), /role="status"><p>Old\.<\/p><button data-act="again">/);
    assert.match(renderNotice("No.", "refused"), /role="alert"><p>No\.<\/p>.*data-act="again".*data-act="compare"/s);
  });
});
