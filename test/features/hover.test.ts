import assert from "node:assert/strict";
import type { MarkupContent } from "vscode-languageserver-types";
import { hover } from "../../server/src/features/hover.ts";
import { offsetAt } from "../../server/src/language/lines.ts";
import { documentAt, inMapping } from "../harness/documents.ts";

suite("Hover", () => {
  test("on a function", () => explains("title <- App|end([mail])", "Append", /Append\(source, suffix\)/));
  test("tells the examples of a function", () =>
    explains("title <- Append|([mail])", "Append", /`Append\(\[userPrincipalName\], "\.test"\)`.* → `"John/));
  test("links the page of a function", () =>
    explains("title <- |Append([mail])", "Append", /\]\(https:\/\/learn\.microsoft\.com/));
  test("on a function in the wrong case", () => explains("title <- |append([mail])", "append", /Append\(/));
  test("on a function without its parenthesis", () => explains("title <- App|end", "Append", /Append\(/));
  test("on a source attribute", () => explains("title <- [job|Title]", "[jobTitle]", /jobTitle: String/));
  test("on a target attribute", () => explains("tit|le <- [jobTitle]", "title", /title: String/));
  test("on a value path", () =>
    explains('emails[type eq "wo|rk"].value <- [mail]', 'emails[type eq "work"].value', /String/));
  test("on an attribute in a clause", () =>
    explains('filter "F" { depart|ment IS NULL }', "department", /department: String/));
  test("on an operator of several words", () =>
    explains('filter "F" { department IS NOT| NULL }', "IS NOT NULL", /IS NOT NULL/));
  test("on a property", () => explains("ena|bled: true", "enabled", /Default: `true`/));
  test("on a modifier", () => explains("title <- [jobTitle] on cre|ate", "on create", /only during object creation/));
  test("on nothing", () => explainsNothing("title <- | Append([mail])"));
  test("on a string", () => explainsNothing('title <- Append([mail], "te|xt")'));
  test("on an unknown function", () => explainsNothing("title <- Unh|eard()"));
  test("on a name", () => assert.equal(hoverAt('mapping "Na|me" {}'), undefined));
  test("on the keyword of a block", () =>
    assert.match(hoverAt('map|ping "Name" {}')?.text ?? "", /objects of one kind/));
});

function explains(members: string, word: string, expected: RegExp): void {
  const found = hoverAt(inMapping(members));
  assert.equal(found?.word, word);
  assert.match(found?.text ?? "", expected);
}

function explainsNothing(members: string): void {
  assert.equal(hoverAt(inMapping(members)), undefined);
}

function hoverAt(marked: string): { readonly word: string; readonly text: string } | undefined {
  const { document, offset } = documentAt(marked);
  const found = hover(document, offset);
  if (found?.range === undefined) return undefined;
  const at = (place: { line: number; character: number }) => offsetAt(document.text, document.lineStarts, place);
  return {
    word: document.text.slice(at(found.range.start), at(found.range.end)),
    text: (found.contents as MarkupContent).value,
  };
}
