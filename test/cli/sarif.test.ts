import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { sarifLog } from "../../server/src/cli/sarif.ts";
import { lineStarts, offsetAt } from "../../server/src/language/lines.ts";
import { checkReport, fileProblems } from "../../server/src/session/checkReport.ts";
import { rules } from "../../server/src/validation/rules.ts";
import { mapwright } from "../harness/commandLine.ts";
import { applyEdits, fileAround, fixture, problemsOf } from "../harness/ruleTests.ts";
import { mismatches, type Shape } from "../harness/shape.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

/** In messages a brace stands twice, since one alone begins a placeholder. */
const message: Shape = { text: /^(?:[^{}]|\{\{|\}\})+$/ };
const uri = /^[\w.~!$&'()*+,;=:@%/-]+$/;
const artifactLocation: Shape = { uri, "uriBaseId?": /^%SRCROOT%$/ };
const positive = /^[1-9]\d*$/;
const region: Shape = { startLine: positive, startColumn: positive, endLine: positive, endColumn: positive };
const level = /^(error|warning|note)$/;
const code = /^[a-z][a-z0-9-]*$/;
const link = /^https:\/\/learn\.microsoft\.com\/\S+$/;

/** The parts of SARIF 2.1.0 that a log uses, as its JSON schema has them (sarif-schema-2.1.0.json). */
const log: Shape = {
  $schema: /^https:\/\/.*\/sarif-schema-2\.1\.0\.json$/,
  version: /^2\.1\.0$/,
  runs: [
    {
      tool: {
        driver: {
          name: /^Mapwright$/,
          semanticVersion: /^\d+\.\d+\.\d+$/,
          rules: [
            {
              id: code,
              shortDescription: message,
              help: message,
              helpUri: link,
              defaultConfiguration: { level },
              properties: {
                tags: ["string"],
                "problem.severity": /^(error|warning|recommendation)$/,
                "good?": "string",
                "bad?": "string",
              },
            },
          ],
        },
      },
      columnKind: /^utf16CodeUnits$/,
      originalUriBaseIds: { "%SRCROOT%": { uri: /^file:\/\/\/.*\/$/ } },
      invocations: [{ executionSuccessful: "boolean" }],
      results: [
        {
          ruleId: code,
          ruleIndex: "number",
          level,
          message,
          locations: [{ physicalLocation: { artifactLocation, region } }],
          "relatedLocations?": [{ physicalLocation: { artifactLocation, region }, message }],
          "fixes?": [
            {
              description: message,
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: [{ deletedRegion: region, "insertedContent?": { text: "string" } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly {
      readonly physicalLocation: { readonly artifactLocation: object; readonly region: Region };
    }[];
    readonly fixes?: readonly {
      readonly artifactChanges: readonly {
        readonly replacements: readonly {
          readonly deletedRegion: Region;
          readonly insertedContent?: { readonly text: string };
        }[];
      }[];
    }[];
  }[];
}

/** The run of a log, as a program reads it. */
function runOf(text: string): Run {
  const read = JSON.parse(text) as { readonly runs: readonly [Run] };
  assert.deepEqual(mismatches(read, log), []);
  return read.runs[0];
}

function logOf(file: string, text: string, folder = "/contoso"): Run {
  const report = checkReport(1, fileProblems(file, text, problemsOf(text)));
  return runOf(JSON.stringify(sarifLog(report, folder)));
}

/** The text after the first fix of the first result, applied as a program would that knows nothing but the log. */
function mended(text: string, { results: [first] }: Run): string {
  const starts = lineStarts(text);
  const at = (line: number, column: number) => offsetAt(text, starts, { line: line - 1, character: column - 1 });
  const replacements = first?.fixes?.[0]?.artifactChanges[0]?.replacements ?? assert.fail("There is no fix.");
  return applyEdits(
    text,
    replacements.map(({ deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => ({
      span: { start: at(startLine, startColumn), end: at(endLine, endColumn) },
      text: insertedContent?.text ?? "",
    })),
  );
}

suite("SARIF", () => {
  test("tells of every rule, whether it found something or not, and of the mistakes of the syntax", () => {
    const { tool, results } = logOf("good.provmap", smallMapping);
    assert.deepEqual(results, []);
    const ids = tool.driver.rules.map(({ id }) => id);
    for (const { code: id } of rules) assert.ok(ids.includes(id), id);
    assert.ok(ids.includes("provmap-syntax"));
    assert.equal(new Set(ids).size, ids.length);
  });

  const fixtures = readdirSync(new URL("../validation/fixtures/", import.meta.url));
  for (const name of fixtures.filter(file => /^[\w-]+\.provmap$/.test(file))) {
    test(`has the form of the standard for what is found in ${name}`, () => {
      const { tool, results } = logOf(name, fixture(name));
      assert.ok(results.length > 0);
      for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    });
  }

  test("counts columns in UTF-16 units, and lines however they end", () => {
    const text = fileAround('nickName <- "😀" title <- [jobTitel]').replaceAll("\n", "\r\n");
    const [first] = logOf("a.provmap", text).results;
    const line = text.split("\r\n")[3] ?? "";
    assert.deepEqual(first?.locations[0]?.physicalLocation.region, {
      startLine: 4,
      startColumn: line.indexOf("jobTitel") + 1,
      endLine: 4,
      endColumn: line.indexOf("jobTitel") + 1 + "jobTitel".length,
    });
  });

  const places: readonly (readonly [file: string, location: object])[] = [
    ["a.provmap", { uri: "a.provmap", uriBaseId: "%SRCROOT%" }],
    ["apps/my app#1.provmap", { uri: "apps/my%20app%231.provmap", uriBaseId: "%SRCROOT%" }],
    ["/contoso/apps/a.provmap", { uri: "apps/a.provmap", uriBaseId: "%SRCROOT%" }],
    ["../a.provmap", { uri: "file:///a.provmap" }],
    ["/contosoX/a.provmap", { uri: "file:///contosoX/a.provmap" }],
  ];
  for (const [file, location] of places) {
    test(`names ${file} of /contoso by a URI`, () => {
      const [first] = logOf(file, fileAround("title <- [jobTitel]")).results;
      assert.deepEqual(first?.locations[0]?.physicalLocation.artifactLocation, location);
    });
  }

  test("writes braces and links of messages so that no placeholder or link comes of them", () => {
    const problem = {
      code: "regex-invalid",
      severity: "information",
      source: "https://learn.microsoft.com/x",
    } as const;
    const span = { start: 0, end: 1 };
    const report = checkReport(
      1,
      fileProblems("a.provmap", "x", [{ ...problem, span, message: "\\d{6} [a](b) [c]", fixes: [] }]),
    );
    const { results } = runOf(JSON.stringify(sarifLog(report, "/contoso")));
    assert.deepEqual(
      results.map(result => [result.level, result.message.text]),
      [["note", "\\d{{6}} \\[a](b) [c]"]],
    );
  });
});

suite("command line: check --format sarif", function () {
  this.timeout(30_000);
  const misspelt = smallMapping.replace("Switch(", "Swich(").replace("mapping", "// Grüße 😀\nmapping");
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({ "good.provmap": smallMapping, "bad.provmap": misspelt });
  });
  suiteTeardown(() => workspace.remove());
  const check = (...files: readonly string[]) =>
    mapwright(["check", ...files, "--format", "sarif"], { cwd: workspace.folder });

  test("prints a log, and exits like the other formats", async () => {
    const { code: exit, stdout, stderr } = await check("good.provmap", "bad.provmap");
    assert.deepEqual([exit, stderr], [1, ""]);
    assert.deepEqual(
      runOf(stdout).results.map(({ ruleId, locations: [place] }) => [ruleId, place?.physicalLocation.artifactLocation]),
      [["unknown-function", { uri: "bad.provmap", uriBaseId: "%SRCROOT%" }]],
    );
    assert.equal((await check("good.provmap")).code, 0);
  });

  test("has fixes that mend the file", async () => {
    const { stdout } = await check("bad.provmap");
    await workspace.write("mended.provmap", mended(misspelt, runOf(stdout)));
    const again = await check("mended.provmap");
    assert.deepEqual([again.code, runOf(again.stdout).results], [0, []]);
  });
});
