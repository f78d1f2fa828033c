import assert from "node:assert/strict";
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { rangeOf } from "../../server/src/features/ranges.ts";
import type { Levels } from "../../server/src/validation/validate.ts";
import { applyEdits, documentOf, inMapping, problemsIn } from "../harness/documents.ts";
import { inRanges } from "../harness/markers.ts";

suite("Diagnostics", () => {
  test("have a place, a code, a page and a source", () => {
    const { text, ranges } = inRanges(inMapping("userName <- [mail] match 1\n  title <- «Swich»([jobTitle])"));
    const document = documentOf(text);
    const found = diagnosticOf(text, "unknown-function");
    const [range] = ranges;
    assert.deepEqual(found?.range, rangeOf(document, { start: range?.[0] ?? 0, end: range?.[1] ?? 0 }));
    assert.equal(found?.severity, DiagnosticSeverity.Error);
    assert.equal(found?.source, "mapwright");
    assert.match(found?.codeDescription?.href ?? "", /^https:\/\//);
  });
  test("take the level that the workspace sets", () => {
    const text = inMapping("title <- Swich([jobTitle])");
    assert.equal(
      diagnosticOf(text, "unknown-function", { "unknown-function": "warning" })?.severity,
      DiagnosticSeverity.Warning,
    );
    assert.equal(diagnosticOf(text, "unknown-function", { "unknown-function": "off" }), undefined);
  });
  test("tell the mistakes of the syntax", () => assert.ok(diagnosticOf('mapping "M" {', "provmap-syntax")));
});

suite("Code actions", () => {
  const broken = inMapping('userName <- [mail] match 1\n  title <- «Swich»([jobTitle], , "a", "b")');
  test("mend a problem", () =>
    assert.equal(mended(broken, "Swich", "Switch"), inRanges(broken).text.replace("Swich", "Switch")));
  test("only where the problem is", () => assert.deepEqual(actionsAt(inRanges(broken).text, [0, 1]), []));
  test("only of the kinds that are asked for", () => {
    const { text, ranges } = inRanges(broken);
    assert.deepEqual(actionsAt(text, ranges[0] ?? [0, 0], ["refactor"]), []);
    assert.notDeepEqual(actionsAt(text, ranges[0] ?? [0, 0], ["quickfix"]), []);
  });
});

function diagnosticOf(text: string, code: string, levels: Levels = {}): Diagnostic | undefined {
  const document = documentOf(text);
  return diagnostics(document, problemsIn(document, levels)).find(diagnostic => diagnostic.code === code);
}

function actionsAt(text: string, [start, end]: readonly [number, number], only?: string[]) {
  const document = documentOf(text);
  return codeActions(document, rangeOf(document, { start, end }), only, problemsIn(document));
}

/** The text after the action that names both words. */
function mended(marked: string, from: string, to: string): string {
  const { text, ranges } = inRanges(marked);
  const actions = actionsAt(text, ranges[0] ?? [0, 0]);
  const action = actions.find(({ title }) => title.includes(to));
  assert.ok(action, `No action turns ${from} into ${to}: ${actions.map(({ title }) => title).join(", ")}`);
  return applyEdits(documentOf(text), action.edit?.changes?.["file:///test.provmap"] ?? []);
}

suite("Diagnostics that say more", () => {
  const told = (text: string, code: string) => {
    const document = documentOf(text);
    return { document, diagnostic: diagnosticOf(text, code) };
  };
  const related: readonly (readonly [code: string, text: string])[] = [
    ["duplicate-target", inMapping("«title» <- [jobTitle]\n  title <- [city]")],
    ["duplicate-property", 'application "A" { «scope»: all scope: assigned }'],
    ["switch-duplicate-key", inMapping('title <- Switch([state], "", «"a"», "b", "a", "c")')],
    [
      "roles-both",
      inMapping(
        'roles <- «AppRoleAssignmentsComplex»([appRoleAssignments])\n  roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])',
      ),
    ],
  ];
  for (const [code, marked] of related) {
    test(`${code} shows where the other is`, () => {
      const { text, ranges } = inRanges(marked);
      const { document, diagnostic } = told(text, code);
      const [start, end] = ranges[0] ?? [0, 0];
      const [other, ...more] = diagnostic?.relatedInformation ?? [];
      assert.deepEqual(other?.location, { uri: document.uri, range: rangeOf(document, { start, end }) });
      assert.deepEqual(more, []);
    });
  }

  test("what has no effect is faded", () =>
    assert.deepEqual(
      diagnosticOf(inMapping('title <- Switch([state], "", "a", "b", "a", "c")'), "switch-duplicate-key")?.tags,
      [DiagnosticTag.Unnecessary],
    ));
  test("a form that is another product's is struck through", () =>
    assert.deepEqual(
      diagnosticOf(inMapping('title <- FormatDateTime([city], "yyyy", "MM")'), "formatdatetime-3-args")?.tags,
      [DiagnosticTag.Deprecated],
    ));
  test("others say nothing of the kind", () => {
    const diagnostic = diagnosticOf(inMapping("title <- Swich([jobTitle])"), "unknown-function");
    assert.deepEqual([diagnostic?.tags, diagnostic?.relatedInformation], [undefined, undefined]);
  });
});
