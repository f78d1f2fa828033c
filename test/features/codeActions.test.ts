import assert from "node:assert/strict";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { rangeOf } from "../../server/src/features/ranges.ts";
import { applyEdits, documentAt, inMapping, problemsIn } from "../harness/documents.ts";

/** The actions at the cursor, by title, of the kinds asked for. */
function actionsAt(marked: string, only?: readonly CodeActionKind[]): readonly CodeAction[] {
  const { document, offset } = documentAt(marked);
  return codeActions(document, rangeOf(document, { start: offset, end: offset }), only, problemsIn(document));
}

/** The text after the action of this title. */
function after(marked: string, title: string): string {
  const { document } = documentAt(marked);
  const action = actionsAt(marked).find(candidate => candidate.title === title);
  assert.ok(action, `There is no action '${title}'.`);
  return applyEdits(document, action.edit?.changes?.[document.uri] ?? []);
}

const mapped = (line: string) => inMapping(`userName <- [userPrincipalName] match 1\n  ${line}`);

suite("Code actions that suppress", () => {
  const title = "Suppress 'unknown-function' with a comment";

  test("put a comment above the statement, as far to the right as it", () =>
    assert.equal(
      after(mapped("title <- Sw|ich([jobTitle])"), title),
      mapped("// mapwright-disable-next-line unknown-function\n  title <- Swich([jobTitle])"),
    ));

  test("find the start of a statement of several lines", () =>
    assert.equal(
      after(mapped('title <- Append(\n    Sw|ich([jobTitle]),\n    "!"\n  )'), title),
      mapped(
        '// mapwright-disable-next-line unknown-function\n  title <- Append(\n    Swich([jobTitle]),\n    "!"\n  )',
      ),
    ));

  test("add the code to a comment that stands there", () =>
    assert.equal(
      after(mapped("// mapwright-disable-next-line attribute-case it is so\n  title <- Sw|ich([JobTitle])"), title),
      mapped("// mapwright-disable-next-line attribute-case, unknown-function it is so\n  title <- Swich([JobTitle])"),
    ));

  test("part two statements on one line", () =>
    assert.equal(
      after(mapped("nickName <- [givenName] title <- Sw|ich([jobTitle])"), title),
      mapped("nickName <- [givenName] // mapwright-disable-next-line unknown-function\n  title <- Swich([jobTitle])"),
    ));

  test("keep the line breaks of the file", () =>
    assert.match(
      after(mapped("title <- Sw|ich([jobTitle])").replaceAll("\n", "\r\n"), title),
      /^ {2}\/\/ mapwright-disable-next-line unknown-function\r\n {2}title <- Swich/m,
    ));

  test("leave nothing of the problem, wherever it is told", () => {
    const head = 'mapping "M|" {\n  source: User\n  target: "T"\n  title <- [jobTitle]\n}\n';
    const suppressed = after(head, "Suppress 'no-matching-attribute' with a comment");
    assert.equal(suppressed, `// mapwright-disable-next-line no-matching-attribute\n${head.replace("|", "")}`);
    assert.deepEqual(actionsAt(`|${suppressed}`), []);
  });

  test("are not offered for mistakes of the syntax", () =>
    assert.deepEqual(actionsAt(mapped("title <- App|end([jobTitle]")), []));

  test("stand behind the fixes, and are never the preferred action", () => {
    const found = actionsAt(mapped("title <- Sw|ich([jobTitle])")).map(action => [action.title, action.isPreferred]);
    assert.deepEqual(found, [
      ["Change to 'Switch'", true],
      [title, undefined],
    ]);
  });
});

suite("Code actions that rewrite", () => {
  const rewritten: readonly (readonly [sentence: string, title: string, before: string, after: string])[] = [
    [
      "a Switch around the cursor becomes nested IIF",
      "Rewrite as nested IIF",
      'active <- Switch([IsSoftDeleted], , "Fal|se", "True", "True", "False")',
      'active <- IIF([IsSoftDeleted] = "False", "True", IIF([IsSoftDeleted] = "True", "False", ))',
    ],
    [
      "of a chain of IIF the whole becomes one Switch",
      "Rewrite as Switch",
      'title <- IIF([state] = "WA", "Redmond", IIF([state] = "C|A", "Irvine", "Elsewhere"))',
      'title <- Switch([state], "Elsewhere", "WA", "Redmond", "CA", "Irvine")',
    ],
    [
      "an IIF inside another value is rewritten alone",
      "Rewrite as Switch",
      'title <- IIF([state] = "WA", IIF([city] = "R|", "a", "b"), "c")',
      'title <- IIF([state] = "WA", Switch([city], "b", "R", "a"), "c")',
    ],
  ];
  for (const [sentence, title, before, expected] of rewritten) {
    test(sentence, () => assert.equal(after(mapped(before), title), mapped(expected)));
  }

  test("are asked for by their kind, or the one above it", () => {
    const text = mapped('title <- IIF([state] = "W|A", "Redmond", "Elsewhere")');
    const titles = (...only: CodeActionKind[]) => actionsAt(text, only).map(({ title }) => title);
    assert.deepEqual(titles(CodeActionKind.Refactor), ["Rewrite as Switch"]);
    assert.deepEqual(titles(CodeActionKind.RefactorRewrite), ["Rewrite as Switch"]);
    assert.deepEqual(titles(CodeActionKind.QuickFix), []);
    assert.deepEqual(titles(CodeActionKind.RefactorExtract), []);
  });

  test("need no problem, and are not offered where the two differ", () => {
    assert.deepEqual(
      actionsAt(mapped('title <- Switch([jo|bTitle], [jobTitle], "", "Staff")')).map(({ title }) => title),
      [],
    );
  });
});
