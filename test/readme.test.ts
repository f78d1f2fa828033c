import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { withTables } from "./harness/readmeTables.ts";

const url = new URL("../README.md", import.meta.url);
const text = readFileSync(url, "utf8");

suite("README", () => {
  test("has the tables of commands, functions, problems, settings and architecture as the code states them (npm run readme writes them)", () => {
    assert.equal(text, withTables(text));
  });

  test("links only to files that exist", () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? "");
    assert.ok(links.length > 0);
    assert.deepEqual(
      links.filter(path => !existsSync(new URL(`../${path}`, import.meta.url))),
      [],
    );
  });

  test("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    const named = [...text.matchAll(/npm run (?:-s )?([a-z0-9]+)/g)].map(([, script]) => script ?? "");
    assert.deepEqual(
      named.filter(script => !Object.hasOwn(scripts, script)),
      [],
    );
  });
});
