import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newBudget } from "../../../server/src/functions/dotnet/regex/budget.ts";
import { compileRegex } from "../../../server/src/functions/dotnet/regex.ts";
import { expand, parseReplacement } from "../../../server/src/functions/dotnet/replacement.ts";
import { isFailure } from "../../../server/src/functions/values.ts";
import { fastMatches, machineMatches } from "./matches.ts";

/** What .NET does with one pattern: it refuses it, or finds this in a text. */
type Row = { readonly pattern: string; readonly refused: true } | Found;

interface Found {
  readonly pattern: string;
  readonly refused?: never;
  readonly text: string;
  /** Where each match begins, and the texts of the groups that took part by their names; "0" is the whole match. */
  readonly found: readonly Readonly<Record<string, string | number>>[];
  readonly replacement?: string;
  readonly replaced?: string;
}

const { constructs }: { readonly constructs: Readonly<Record<string, readonly Row[]>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "regexCases.json"), "utf8"),
);

function compiled(pattern: string) {
  const regex = compileRegex(pattern);
  return regex.kind === "compiled" ? regex : assert.fail(`${pattern} is refused: ${regex.message}`);
}

function replaced({ pattern, text }: Found, replacement: string): unknown {
  const regex = compiled(pattern);
  const parts = parseReplacement(replacement, regex.groups);
  return isFailure(parts) ? parts : regex.replaceMatches(text, newBudget(), match => expand(parts, match));
}

suite("regular expressions that System.Text.RegularExpressions has run", () => {
  for (const [construct, rows] of Object.entries(constructs)) {
    suite(construct, () => {
      for (const row of rows) {
        const { pattern } = row;
        if (row.refused) test(`${pattern} is refused`, () => assert.equal(compileRegex(pattern).kind, "invalid"));
        else test(`${pattern} in ${JSON.stringify(row.text)}`, () => check(row));
      }
    });
  }
});

function check(row: Found): void {
  const { pattern, text, found, replacement } = row;
  for (const matches of [machineMatches(pattern, text), fastMatches(pattern, text)]) {
    const actual = matches?.map(({ start, groups }) => ({ at: start, ...groups }));
    if (actual !== undefined) assert.deepEqual(actual, found);
  }
  assert.equal(compiled(pattern).test(text, newBudget()), found.length > 0);
  if (replacement !== undefined) assert.equal(replaced(row, replacement), row.replaced);
}
