import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { documentedFunctions } from "../../server/src/functions/documentedFunctions.ts";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";
import { documentedRules } from "../../server/src/validation/documentedRules.ts";
import { validate } from "../../server/src/validation/validate.ts";
import { afterFirstFixes, fileAround, problemsAround, problemsOf } from "../harness/ruleTests.ts";

const sample = readFileSync(new URL("../../samples/contoso/servicenow.provmap", import.meta.url), "utf8");

suite("Validation", () => {
  const misspelt = fileAround("title <- Apend([jobTitel], 1) title <- [jobTitle]");

  test("gives the problems in the order of the text", () => {
    const problems = problemsOf(misspelt);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["unknown-function", "attribute-unknown", "duplicate-target"],
    );
    const starts = problems.map(({ span }) => span.start);
    assert.deepEqual(
      starts,
      starts.toSorted((left, right) => left - right),
    );
  });

  test("takes the level of a rule from the settings", () => {
    const problems = problemsOf(misspelt, { "unknown-function": "off", "duplicate-target": "information" });
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [
        ["attribute-unknown", "error"],
        ["duplicate-target", "information"],
      ],
    );
  });

  test("tells mistakes of the file from mistakes inside an expression, and keeps both errors", () => {
    const levels = { "expr-syntax": "off", "provmap-syntax": "information" } as const;
    const problems = problemsOf(fileAround('title <- Append([jobTitle] "x") nickName <-'), levels);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [
        ["expr-syntax", "error"],
        ["provmap-syntax", "error"],
      ],
    );
  });

  test("takes ten times as long for ten times as many mistakes, not a hundred times", () => {
    const broken = (count: number) =>
      fileAround(Array.from({ length: count }, (_, index) => `a${index} <- Append([jobTitle] "x"`).join("\n"));
    const work = (text: string) => {
      const { file, problems } = parseProvmap(text);
      const configuration = readProvmap(file);
      const { user } = process.cpuUsage();
      assert.ok(validate(configuration, problems).length >= problems.length);
      return process.cpuUsage().user - user;
    };
    work(broken(1_000));
    assert.ok(work(broken(10_000)) < 40 * work(broken(1_000)));
  });

  test("finds nothing in the sample", () => assert.deepEqual(problemsOf(sample), []));

  test("never throws, and never points outside the text, whatever is edited", () => {
    const pieces = [
      "[",
      "]",
      '"',
      "(",
      ")",
      "{",
      "}",
      ",",
      " <- ",
      ": ",
      "&",
      "Switch(",
      "match",
      "none",
      "\n",
      "é",
      "//",
    ];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat({ max: 12 }),
      inserted: fc.constantFrom("", ...pieces),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), edits => {
        const text = edits.reduce((before, { at, removed, inserted }) => {
          const offset = Math.floor(at * before.length);
          return before.slice(0, offset) + inserted + before.slice(offset + removed);
        }, sample);
        for (const { span, message } of problemsOf(text)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, message);
        }
      }),
      { numRuns: 200, seed: 20_260_714 },
    );
  });
});

/** One mistake has one problem, whichever rules look at the same place. */
const single: readonly (readonly [sentence: string, line: string, code: string])[] = [
  ["a misspelt function is not checked for its arguments", "title <- Apend()", "unknown-function"],
  ["nor for a condition that it may take", 'title <- Iff([state] = "WA", "a", "b")', "unknown-function"],
  ["nor for the words that it may take", "title <- Instring([state], vbText)", "unknown-function"],
  ["an attribute in another case is not unknown too", "title <- [JobTitle]", "attribute-case"],
  ["a count that Switch cannot have is its own matter", 'title <- Switch([state], "a", "b")', "switch-arity"],
  ["Replace with nothing but a source lacks a mode, no argument", "title <- Replace([jobTitle])", "replace-mode"],
  [
    "Replace with too many arguments has no mode to check",
    "title <- Replace([city], 1, 2, 3, 4, 5, 6, 7)",
    "arg-count",
  ],
  ["id is no unknown and no read-only target", "id <- [objectId]", "id-as-target"],
  ["a chain of operators is one mistake", 'title <- [state] & "x" & [city] & "y"', "operator-unsupported"],
  [
    "conditions joined by AND are one mistake",
    'title <- IIF([state] = "x" AND [city] = "y", "a", "b")',
    "operator-unsupported",
  ],
  ["an operator that is none has no operand to lack", "department EQUAL", "unknown-operator"],
  ["a property that is none has no value to check", "scoop: everybody", "unknown-property"],
  ["a call that is not closed is not counted", "title <- Append([jobTitle]", "expr-syntax"],
  ["an argument that is still missing is not counted", 'title <- IIF([state] = , "a", "b")', "expr-syntax"],
  ["an attribute that is not closed is not looked up", "title <- [jobT", "expr-syntax"],
  ["a clause without its operator is not looked up", "depart", "provmap-syntax"],
  ["a mapping without its source maps nothing", "title <-", "provmap-syntax"],
  ["a match without its number still matches", "userName <- [userPrincipalName] match", "provmap-syntax"],
  ["a property without its value has no value to check", "scope:", "provmap-syntax"],
  [
    "a credential that stands in the file is told, and nothing else of it",
    'authentication: bearer "abc"',
    "property-value",
  ],
  ["a function of Entra Connect is not unknown too", "title <- LCase([jobTitle])", "connect-only-function"],
  [
    "a single backslash in a pattern is not one in a string too",
    String.raw`title <- Replace([jobTitle], , "\d", , "", , )`,
    "regex-single-backslash",
  ],
  ["a special word is no unknown constant", 'title <- IIF([state] = "WA", [city], NULL)', "special-literal"],
  [
    "a word that compares in another way is no unknown constant",
    'title <- IIF(InStr([mail], "@", 1, TextCompare) > 0, "a", "b")',
    "instr-compare-enum",
  ],
  ["an interval is no unknown constant", 'title <- CStr(DateAdd(day, 1, CDate("2026-01-31")))', "date-interval"],
  [
    'a Switch without a default value and the key "" that clears a value is not told to lack one too',
    'title <- Switch([state], , "WA", "Redmond")',
    "switch-incremental-null",
  ],
  ["a reference is not compared in cycles either", 'title <- Switch([manager], , "x", "y")', "switch-reference"],
  [
    "a Switch over IsPresent is not looked at for cycles",
    'title <- Switch(IsPresent([city]), "x", "True", "y")',
    "switch-ispresent-source",
  ],
  [
    "a comparison with nothing is not one of what may be absent",
    'title <- IIF([city] <> "", [city], "x")',
    "iif-null-condition",
  ],
  ["a Replace without a mode lacks no commas", 'title <- Replace([city], "a", "b")', "replace-mode"],
  [
    "a FormatDateTime that lacks a comma lacks no argument, and its formats are not looked at",
    'title <- FormatDateTime([extensionAttribute1], "yyyymmdd", "yyyy-mm-dd")',
    "formatdatetime-3-args",
  ],
  ["a date that is none is told once", 'title <- CStr(NumFromDate("soon"))', "numfromdate-iso"],
  ["a text in the place of a date is not read as one", 'title <- CStr(DateAdd("d", 1, "soon"))', "date-needs-cdate"],
  [
    "a format has one mistake at a time",
    'title <- FormatDateTime([extensionAttribute1], , "yyyyMMdd", "yyyy-mm-dd hh:mm")',
    "date-format-spec",
  ],
  [
    "a SelectUniqueValue with one value lacks no argument",
    "externalId <- SelectUniqueValue([mailNickname]) on create",
    "selectunique-min-args",
  ],
  ["roles that flow as they are are not several values for one too", "title <- [appRoleAssignments]", "roles-direct"],
  [
    "nor is what holds one value too few for roles",
    "title <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
    "roles-target-multivalued",
  ],
  ["a password of everybody's own is not told to be redacted", "password <- [extensionAttribute1]", "password-target"],
  [
    "a random password that flows always is not told to be none",
    "password <- Redact(RandomString(16, 2, 2, 2, 2))",
    "randomstring-update",
  ],
  ["what provisioning does not read is not unknown too", "nickName <- [userType]", "source-unavailable"],
  ["nor where a filter looks at it", 'userType EQUALS "Member"', "scope-unsupported-attribute"],
  ["no operator compares dates", 'employeeHireDate GREATER_THAN "soon"', "scope-unsupported-attribute"],
  ["a list of references is no list to filter by", "appRoleAssignments IS TRUE", "scope-unsupported-attribute"],
  ["what holds several values has no operator that fits", "otherMails IS TRUE", "scope-multivalued"],
  ["who is a member of what is not looked up", 'groups IsMemberOf "Sales"', "scope-ismemberof"],
  [
    "a match without its number has no precedence to share",
    "userName <- [userPrincipalName] match externalId <- [objectId] match 1",
    "provmap-syntax",
  ],
  [
    "a precedence that is none is not the first one too",
    "userName <- [userPrincipalName] match 0 externalId <- [objectId] match 1",
    "matching-priority-zero",
  ],
  [
    "unique values cannot match, of however many attributes they are made",
    "userName <- SelectUniqueValue([mailNickname], [employeeId]) match 1 on create",
    "selectunique-matching",
  ],
  [
    "a value that several people share is not one that some lack too",
    "userName <- [department] match 1",
    "matching-not-unique",
  ],
  [
    "what a role function is given in place of the roles is its only mistake",
    "title <- SingleAppRoleAssignment([department])",
    "roles-arg",
  ],
];

suite("One mistake, one problem:", () => {
  for (const [sentence, line, code] of single) {
    test(sentence, () => {
      const codes = problemsOf(fileAround(line)).map(problem => problem.code);
      assert.deepEqual(codes, [code], problemsAround(line).join("\n"));
    });
  }
});

suite("What nobody knows", () => {
  test("is not called unknown: of objects that neither catalogue nor file describe, only that is told", () => {
    const text =
      'mapping "M" { source: Device target: "Device" serial <- [anything] match 1 filter "F" { any IS TRUE } }';
    assert.deepEqual(
      problemsOf(text).map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [
        ["object-unknown", "Device"],
        ["object-unknown", '"Device"'],
      ],
    );
  });

  test("is described by the schema beside the file", () => {
    const text =
      'application "A" { schema: "a.json" } mapping "M" { source: User target: "A" serial <- [objectId] match 1 }';
    assert.deepEqual(problemsOf(text), []);
  });

  test("becomes known by its declaration, which then holds for every name", () => {
    const text = 'mapping "M" { source: User target: "Badge" serial <- [objectId] match 1 colour <- "red" }';
    const declared = `${text} attributes target "Badge" { serial: String, required }`;
    assert.deepEqual(
      problemsOf(declared).map(({ code }) => code),
      ["target-unknown"],
    );
    const mended = afterFirstFixes(declared, problemsOf(declared));
    assert.deepEqual(problemsOf(mended), []);
  });
});

test("No rule objects to what the functions of application provisioning give as their own examples", () => {
  /** What is said of the source object and of the target attribute, which the examples leave open. */
  const about = /^(attribute-unknown|roles-.*|multi-to-single|single-to-multi-type)$/;
  const expressions = documentedFunctions
    .filter(({ profiles }) => profiles.includes("application"))
    .flatMap(({ examples }) => examples.map(({ expression }) => expression));
  for (const expression of expressions) {
    const codes = problemsOf(fileAround(`title <- ${expression} on create`)).map(({ code }) => code);
    assert.deepEqual(
      codes.filter(code => !about.test(code)),
      [],
      expression,
    );
  }
});

test("Every rule has a sentence that says what holds, with a full stop", () => {
  for (const { summary } of documentedRules) assert.match(summary, /^[A-Z].*\.$/);
});
