import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { documentedRules } from "../../server/src/validation/documentedRules.ts";
import { rules } from "../../server/src/validation/rules.ts";
import {
  afterFirstFixes,
  expectMarked,
  fileAround,
  fixture,
  problemsOf,
  withoutMarkers,
} from "../harness/ruleTests.ts";

const rulesFolder = new URL("../../server/src/validation/rules/", import.meta.url);
const fixturesFolder = new URL("fixtures/", import.meta.url);

suite("Every rule", () => {
  test("has a file of its own, whose name in kebab case is its code", () => {
    const files = readdirSync(rulesFolder).map(name =>
      name
        .replace(/\.ts$/, "")
        .replace(/[A-Z]|\d+/g, "-$&")
        .toLowerCase(),
    );
    assert.deepEqual(rules.map(({ code }) => code).sort(), files.sort());
  });

  test("has a code that no other rule has", () => {
    assert.equal(new Set(rules.map(({ code }) => code)).size, rules.length);
  });

  test("is documented", () =>
    assert.deepEqual(
      documentedRules.map(({ code }) => code),
      rules.map(({ code }) => code),
    ));

  for (const rule of documentedRules) {
    suite(rule.code, () => {
      test("names the page that says so", () => {
        const { protocol, hostname, pathname } = new URL(rule.source);
        assert.equal(`${protocol}//${hostname}`, "https://learn.microsoft.com");
        assert.ok(pathname.length > 1);
      });

      test("finds its bad example and nothing else", () => {
        const codes = problemsOf(fileAround(rule.bad)).map(({ code }) => code);
        assert.deepEqual(codes, [rule.code]);
      });

      test("finds nothing in its good example, nor does any other rule", () => {
        assert.deepEqual(problemsOf(fileAround(rule.good)), []);
      });

      const languages = ["provmap", "json"].filter(language =>
        existsSync(new URL(`${rule.code}.${language}`, fixturesFolder)),
      );

      test("has a fixture", () => assert.notDeepEqual(languages, []));

      for (const language of languages) {
        test(`finds what its fixture marks, with this severity: ${language}`, () => {
          const text = fixture(`${rule.code}.${language}`);
          const problems = problemsOf(withoutMarkers(text));
          expectMarked(text, problems);
          for (const { code, severity, source, message } of problems) {
            assert.deepEqual(
              { code, severity, source },
              { code: rule.code, severity: rule.severity, source: rule.source },
            );
            assert.match(message, /[.:?!)]$/);
          }
        });

        test(`mends its fixture by its first fixes: ${language}`, () => {
          const text = fixture(`${rule.code}.${language}`);
          const problems = problemsOf(withoutMarkers(text));
          const golden = new URL(`${rule.code}.fixed.${language}`, fixturesFolder);
          const hasFixes = problems.some(({ fixes }) => fixes.length > 0);
          assert.equal(existsSync(golden), hasFixes, "There is a golden file exactly where there are fixes.");
          if (!hasFixes) return;
          const mended = afterFirstFixes(withoutMarkers(text), problems);
          assert.equal(mended, fixture(`${rule.code}.fixed.${language}`));
          const without = problems.filter(({ fixes }) => fixes.length === 0).map(({ message }) => message);
          assert.deepEqual(
            problemsOf(mended).map(({ message }) => message),
            without,
          );
        });
      }
    });
  }
});
