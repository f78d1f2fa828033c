import assert from "node:assert/strict";
import { type CoveredPart, coverageOf } from "../../../../server/src/engine/mappingTest/coverage/coverage.ts";
import type { ObservedRun } from "../../../../server/src/engine/mappingTest/coverage/observedRun.ts";
import { runTest } from "../../../../server/src/engine/mappingTest/runTest.ts";
import { parseProvmap } from "../../../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../../../server/src/model/readProvmap.ts";

const head = 'source: User target: "urn:ietf:params:scim:schemas:core:2.0:User"';

/** What the tests of a file reach of its mappings: `text of the part: count`, branches behind an arrow. */
async function reached(members: string, ...tests: readonly string[]): Promise<readonly string[]> {
  const blocks = tests.map((test, index) => `test "T${index}" { ${test} }`);
  const text = [`application "A" { scope: all }`, `mapping "Users" { ${head} ${members} }`, ...blocks].join("\n");
  const { file, problems } = parseProvmap(text);
  assert.deepEqual(problems, [], text);
  const configuration = readProvmap(file);
  const runs: ObservedRun[] = [];
  const bench = { configuration, text, findObject: () => "nobody", observe: (run: ObservedRun) => runs.push(run) };
  for (const test of configuration.tests) {
    const result = await runTest(test, bench);
    assert.equal(result.kind, "passed", JSON.stringify(result));
  }
  const line = ({ name, count }: CoveredPart) => `${name}: ${count}`;
  return coverageOf(configuration.mappings, runs).flatMap(({ statements }) =>
    statements.flatMap(statement => [line(statement), ...statement.branches.map(branch => `> ${line(branch)}`)]),
  );
}

const eve = 'userPrincipalName: "eve"';
const name = "userName <- [userPrincipalName] match 1";
const active = 'active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")';

type Row = readonly [title: string, members: string, tests: readonly string[], expected: readonly string[]];

const rows: readonly Row[] = [
  ["nothing is reached without tests", name, [], ["userName: 0"]],
  [
    "each test counts once",
    name,
    [`user: { ${eve} } expect create`, `user: { ${eve} } expect create`],
    ["userName: 2"],
  ],
  [
    "a Switch is told by its keys and its default",
    `${name} title <- Switch([city], "else", "Oslo", "N", "Bern", Append("C", "H"))`,
    [`user: { ${eve}, city: "Bern" } expect create { title: "CH" }`],
    ["userName: 1", "title: 1", "> default: 0", '> "Oslo": 0', '> "Bern": 1'],
  ],
  [
    "what is left out is no branch",
    `${name} title <- Switch([city], , "Oslo", "N")`,
    [`user: { ${eve}, city: "Bern" } expect create { title: absent }`],
    ["userName: 1", "title: 1", '> "Oslo": 0'],
  ],
  [
    "no branch is reached where the source fails",
    `${name} title <- Switch(Item([city], 9), "else", "Oslo", "N")`,
    [`user: { ${eve}, city: "Bern" } expect fail`],
    ["userName: 1", "title: 1", "> default: 0", '> "Oslo": 0'],
  ],
  [
    "an IIF inside a side that is not taken has no side that is",
    `${name} title <- IIF([city] = "Oslo", "N", IIF([city] = "Bern", "CH", [country]))`,
    [`user: { ${eve}, city: "Oslo" } expect create { title: "N" }`],
    [
      "userName: 1",
      "title: 1",
      '> [city] = "Oslo" holds: 1',
      '> [city] = "Oslo" does not hold: 0',
      '> [city] = "Bern" holds: 0',
      '> [city] = "Bern" does not hold: 0',
    ],
  ],
  [
    "both sides are reached by two tests, an inner one too",
    `${name} title <- ToUpper(IIF([city] = "Oslo", "n", [country]))`,
    [`user: { ${eve}, city: "Oslo" } expect create`, `user: { ${eve}, country: "ch" } expect create { title: "CH" }`],
    ["userName: 2", "title: 2", '> [city] = "Oslo" holds: 1', '> [city] = "Oslo" does not hold: 1'],
  ],
  [
    "filters and clauses have two outcomes, also behind one that fails; who is outside is looked for, too",
    `filter "F" { city EQUALS "Oslo" country IS NOT NULL } filter "G" { city IS NULL } ${name}`,
    [`user: { ${eve}, city: "Bern", country: "CH" } expect skip`, `user: { ${eve} } expect create`],
    [
      "F: 2",
      "> passes: 0",
      "> does not pass: 2",
      "city EQUALS 'Oslo': 2",
      "> holds: 0",
      "> does not hold: 2",
      "country IS NOT NULL: 2",
      "> holds: 1",
      "> does not hold: 1",
      "G: 2",
      "> passes: 1",
      "> does not pass: 1",
      "city IS NULL: 2",
      "> holds: 1",
      "> does not hold: 1",
      "userName: 2",
    ],
  ],
  [
    "a clause that cannot be decided has no outcome",
    `filter "F" { mail BIGGER "1" } ${name}`,
    [`user: { ${eve} } expect fail`],
    [
      "F: 1",
      "> passes: 0",
      "> does not pass: 0",
      "mail BIGGER '1': 1",
      "> holds: 0",
      "> does not hold: 0",
      "userName: 0",
    ],
  ],
  [
    "an update does not reach what is only for creation",
    `${name} title <- IIF([city] = "Oslo", "N", "") on create nickName <- [mailNickname]`,
    [`user: { ${eve}, mailNickname: "e" } existing: { userName: "eve" } expect update`],
    ["userName: 1", "title: 0", '> [city] = "Oslo" holds: 0', '> [city] = "Oslo" does not hold: 0', "nickName: 1"],
  ],
  [
    "to disable reaches what matches and what says so",
    `${name} ${active} title <- [jobTitle]`,
    [`user: { ${eve}, accountEnabled: false } existing: { userName: "eve", active: true } expect disable`],
    ["userName: 1", "active: 1", '> "False": 0', '> "True": 1', "title: 0"],
  ],
  [
    "what leaves the object alone is reached, and nothing else",
    `${name} title <- IIF([city] = "Oslo", IgnoreObjectFlow, "N")`,
    [`user: { ${eve}, city: "Oslo" } expect skip`],
    ["userName: 0", "title: 1", '> [city] = "Oslo" holds: 1', '> [city] = "Oslo" does not hold: 0'],
  ],
  [
    "the rules of SelectUniqueValue are looked into",
    `userName <- SelectUniqueValue(IIF([city] = "Oslo", "n", "x"), "y") externalId <- [objectId] match 1`,
    [`user: { ${eve}, city: "Oslo" } expect create { userName: "n" }`],
    ["userName: 1", '> [city] = "Oslo" holds: 1', '> [city] = "Oslo" does not hold: 0', "externalId: 1"],
  ],
  [
    "a default alone is reached where it flows, and nothing at all is not there",
    `${name} nickName <- none default "n/a" title <- none`,
    [`user: { ${eve} } expect create { nickName: "n/a" }`],
    ["userName: 1", "nickName: 1"],
  ],
];

suite("coverage of mapping tests", () => {
  for (const [title, members, tests, expected] of rows) {
    test(title, async () => assert.deepEqual(await reached(members, ...tests), expected));
  }
});
