import assert from "node:assert/strict";
import type { Hover, MarkupContent } from "vscode-languageserver-types";
import { hover } from "../../server/src/features/hover.ts";
import { templateHover } from "../../server/src/features/templateHover.ts";
import { offsetAt } from "../../server/src/language/lines.ts";
import type { ProvmapDocument } from "../../server/src/model/document.ts";
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
  test("on an argument, of its parameter", () =>
    explains('title <- Append([mail], "te|xt")', '"text"', /Append: suffix/));
  test("on an argument that repeats", () =>
    explains('title <- Switch([mail], , "a", "b", "c|", "d")', '"c"', /Switch: key/));
  test("on a word that a parameter takes", () =>
    explains('title <- DateAdd("yy|yy", 1, Now())', '"yyyy"', /One of `yyyy`, `m`/));
  test("on a bare word that a parameter takes", () =>
    explains('title <- InStr([mail], "a", 1, vbText|Compare)', "vbTextCompare", /InStr: compareType/));
  test("on a word of Entra Connect", () =>
    explains('title <- IIF([mail] = "a", NU|LL, "b")', "NULL", /leave the argument empty/));
  test("on a setting of the job", () =>
    explains("title <- Append([mail], %Domain|FQDN%)", "%DomainFQDN%", /setting of that name/));
  test("on a constant", () => explainsNothing('title <- "te|xt"'));
  test("on an unknown function", () => explainsNothing("title <- Unh|eard()"));
  test("on a name", () => assert.equal(hoverAt('mapping "Na|me" {}'), undefined));
  const elsewhere: readonly (readonly [sentence: string, marked: string, word: string, text: RegExp])[] = [
    ["a template", 'application "A" { template: custom|appsso }', "customappsso", /not in the gallery/],
    ["a word of a property", 'application "A" { scope: assi|gned }', "assigned", /Who is provisioned/],
    ["a source object", inMapping("").replace("source: User", "source: Us|er"), "User", /\d+ attributes.*`objectId`/],
    [
      "the mapping of a test",
      `${inMapping("title <- [mail]")}test "T" { mapping: "Us|ers" }`,
      '"Users"',
      /1 attribute mapping/,
    ],
    [
      "an attribute of a test's user",
      `${inMapping("")}test "T" { user: { given|Name: "x" } }`,
      "givenName",
      /first name/,
    ],
    ["an attribute of changes", `${inMapping("")}test "T" { user: "a" with { ci|ty: "x" } }`, "city", /city: String/],
    ["an existing attribute", `${inMapping("")}test "T" { existing: { ti|tle: "x" } }`, "title", /title: String/],
    ["an expected attribute", `${inMapping("")}test "T" { expect create { nick|Name: "x" } }`, "nickName", /nickName/],
    ["a rule that is turned off", `// mapwright-disable scope-|case\n${inMapping("")}`, "scope-case", /\]\(https:/],
  ];
  for (const [sentence, marked, word, text] of elsewhere) {
    test(`on ${sentence}`, () => {
      const found = hoverAt(marked);
      assert.equal(found?.word, word);
      assert.match(found.text, text);
    });
  }

  const inGallery: readonly (readonly [marked: string, word: string, text: RegExp])[] = [
    [
      'application "A" { template: service|now }',
      "servicenow",
      /ServiceNow, from the gallery\.\n\n- A department .*\]\(https:\/\/learn\.microsoft\.com/s,
    ],
    ['application "A" { template: "BoxOut|Delta" }', '"BoxOutDelta"', /Box, from the gallery/],
  ];
  for (const [marked, word, text] of inGallery) {
    test(`on a template of the gallery: ${marked}`, async () => {
      const { document, offset } = documentAt(marked);
      const found = described(document, await templateHover(document, offset));
      assert.equal(found?.word, word);
      assert.match(found.text, text);
    });
  }
  for (const marked of ['application "A" { template: un|heard }', 'application "A" { tem|plate: servicenow }']) {
    test(`of the gallery tells nothing of ${marked}`, async () => {
      const { document, offset } = documentAt(marked);
      assert.equal(await templateHover(document, offset), undefined);
    });
  }

  test("on the value of a test", () =>
    assert.equal(hoverAt(`${inMapping("")}test "T" { user: { givenName: "A|da" } }`), undefined));
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
  return described(document, hover(document, offset));
}

function described(document: ProvmapDocument, found: Hover | undefined): ReturnType<typeof hoverAt> {
  if (found?.range === undefined) return undefined;
  const at = (place: { line: number; character: number }) => offsetAt(document.text, document.lineStarts, place);
  return {
    word: document.text.slice(at(found.range.start), at(found.range.end)),
    text: (found.contents as MarkupContent).value,
  };
}
