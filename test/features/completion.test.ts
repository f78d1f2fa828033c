import assert from "node:assert/strict";
import { resolveCompletion } from "../../server/src/features/completion/resolve.ts";
import { completion } from "../../server/src/features/completion.ts";
import { accept, documentAt, inMapping } from "../harness/documents.ts";

suite("Completion in an expression", () => {
  test("of a function name that is being typed", () =>
    accepts("userName <- Sw|", "Switch", "userName <- Switch(source, defaultValue, key, value)"));
  test("of a function behind the arrow", () => accepts("title <- |", "Append", "title <- Append(source, suffix)"));
  test("of a function as an argument", () =>
    accepts('title <- Append(|, "x")', "Append", 'title <- Append(Append(source, suffix), "x")'));
  test("of a function whose parenthesis is there", () =>
    accepts("title <- Ap|([jobTitle])", "Append", "title <- Append([jobTitle])"));
  test("in a call that is not closed", () =>
    accepts(
      "displayName <- Append([givenName], |",
      "Switch",
      "displayName <- Append([givenName], Switch(source, defaultValue, key, value)",
    ));
  test("of a function in the middle of its name", () =>
    accepts("title <- Swi|ch", "Switch", "title <- Switch(source, defaultValue, key, value)"));
  test("of an attribute behind a bracket", () =>
    accepts('displayName <- Join(" ", [giv|', "givenName", 'displayName <- Join(" ", [givenName]'));
  test("of an attribute behind a lone bracket", () => accepts("title <- [|", "jobTitle", "title <- [jobTitle]"));
  test("of an attribute in whole brackets", () => accepts("title <- [job|]", "jobTitle", "title <- [jobTitle]"));
  test("of an attribute in place of another", () =>
    accepts("title <- [giv|enName]", "jobTitle", "title <- [jobTitle]"));
  test("of an attribute without brackets", () => accepts("title <- |", "jobTitle", "title <- [jobTitle]"));
  test("of an attribute before other statements", () =>
    accepts("title <- [job|\n  nickName <- [mail]", "jobTitle", "title <- [jobTitle]\n  nickName <- [mail]"));
  test("of none as the whole source", () => accepts("title <- |", "none", "title <- none"));
  test("offers none nowhere else", () => offersNot("title <- Append(|)", "none"));
  test("offers no target attribute", () => offersNot("title <- Append(|)", "userName"));
  test("offers nothing in a string", () => offersNothing('title <- Append("a|b", "c")'));
  test("offers nothing behind a whole argument", () => offersNothing("title <- Append([mail] |)"));
  test("offers nothing in a comment", () => offersNothing("// title <- |"));
});

suite("Completion in a mapping", () => {
  test("of a target attribute, with its arrow", () => accepts("disp|", "displayName", "displayName <- "));
  test("of a target attribute before other statements", () =>
    accepts("disp|\n  title <- [jobTitle]", "displayName", "displayName <- \n  title <- [jobTitle]"));
  test("of a target attribute that has its arrow", () =>
    accepts("disp| <- [displayName]", "displayName", "displayName <- [displayName]"));
  test("of a target attribute with a value path", () =>
    accepts("|", 'emails[type eq "work"].value', 'emails[type eq "work"].value <- '));
  test("of a value path in the middle", () =>
    accepts(
      'emails[type eq "wo|rk"].value <- [mail]',
      'emails[type eq "work"].value',
      'emails[type eq "work"].value <- [mail]',
    ));
  test("offers no target attribute twice", () => offersNot("title <- [jobTitle]\n  |", "title"));
  test("offers no source attribute", () => offersNot("|", "userPrincipalName"));
  test("offers no attribute that cannot be written", () => offersNot("|", "id"));
  test("of a property", () => accepts("ena|", "enabled", "enabled: true"));
  test("offers no property twice", () => offersNot("|", "source"));
  test("of a property's word", () => accepts("enabled: |", "false", "enabled: false"));
  test("of another word behind a comma", () => accepts("actions: create, |", "update", "actions: create, update"));
  test("offers no word twice", () => offersNot("actions: create, |", "create"));
  test("of a filter", () => accepts("fil|", "filter", 'filter "name" {\n  \n}'));
  test("of a modifier", () => accepts("userName <- [mail] |", "match", "userName <- [mail] match 1"));
  test("of a modifier that is being typed", () =>
    accepts("title <- [jobTitle] on c|", "on create", "title <- [jobTitle] on create"));
  test("of a modifier behind another", () =>
    accepts("title <- [jobTitle] on create de|", "default", 'title <- [jobTitle] on create default ""'));
  test("offers no modifier twice", () => offersNot("title <- [jobTitle] on create |", "on create"));
  test("offers no modifier on the next line", () => offersNot("title <- [jobTitle]\n  |", "match"));
});

suite("Completion in a filter", () => {
  test("of an attribute", () => acceptsClause("|", "department", "department"));
  test("of an attribute that is being typed", () => acceptsClause("dep|", "department", "department"));
  test("of an attribute before other clauses", () =>
    acceptsClause("dep|\n    accountEnabled IS TRUE", "department", "department\n    accountEnabled IS TRUE"));
  test("of an operator", () => acceptsClause("department |", "EQUALS", 'department EQUALS ""'));
  test("of an operator that is being typed", () => acceptsClause("department EQ|", "EQUALS", 'department EQUALS ""'));
  test("of an operator of several words", () =>
    acceptsClause("department IS NOT |", "IS NOT NULL", "department IS NOT NULL"));
  test("of an operator before its value", () => acceptsClause('department EQ| "x"', "EQUALS", 'department EQUALS "x"'));
  test("offers the operators of the attribute's type", () => {
    offersClauseNot("department |", "IS TRUE");
    offersClauseNot("accountEnabled |", "EQUALS");
  });
  test("offers nothing in a value", () => assert.deepEqual(labels(filter('department EQUALS "|"')), []));
  test("offers attributes on the line behind a clause", () =>
    acceptsClause("accountEnabled IS TRUE\n    |", "department", "accountEnabled IS TRUE\n    department"));
});

suite("Completion of blocks", () => {
  test("at the top of a file", () => assert.deepEqual(labels("|"), ["application", "mapping", "attributes", "test"]));
  test("of a keyword that is being typed", () =>
    acceptsText("test|", "test", /^test "what is expected" \{\n {2}user: \{/));
  test("behind a block", () => assert.ok(labels('application "A" {}\n|').includes("mapping")));
  test("offers nothing for a name", () => assert.deepEqual(labels('mapping "|" {}'), []));
  test("of an application's property", () =>
    acceptsText('application "A" { sco| }', "scope", 'application "A" { scope: assigned }'));
  test("of the way to authenticate", () =>
    acceptsText('application "A" { authentication: | }', "basic", 'application "A" { authentication: basic }'));
  test("of a secret behind it", () =>
    acceptsText(
      'application "A" {\n authentication: basic |\n}',
      "secret",
      'application "A" {\n authentication: basic secret("")\n}',
    ));
  test("of a target object", () =>
    acceptsText(
      'mapping "M" { target: | }',
      "urn:ietf:params:scim:schemas:core:2.0:Group",
      'mapping "M" { target: "urn:ietf:params:scim:schemas:core:2.0:Group" }',
    ));
  test("of the side of declared attributes", () => assert.deepEqual(labels("attributes | {}"), ["source", "target"]));
  test("of an attribute's type", () =>
    acceptsText('attributes source "User" { x: | }', "String", 'attributes source "User" { x: String }'));
  test("of an attribute's flag", () =>
    acceptsText(
      'attributes source "User" { x: String, mul| }',
      "multivalued",
      'attributes source "User" { x: String, multivalued }',
    ));
  test("of what a test expects", () => acceptsText('test "T" { expect | }', "create", 'test "T" { expect create }'));
  test("of the mapping that a test names", () =>
    acceptsText(`${inMapping("")}test "T" { mapping: | }`, "Users", `${inMapping("")}test "T" { mapping: "Users" }`));
  test("of a user's attribute in a test", () =>
    acceptsText(
      `${inMapping("")}test "T" { user: { giv| } }`,
      "givenName",
      `${inMapping("")}test "T" { user: { givenName:  } }`,
    ));
  test("of an expected attribute", () =>
    acceptsText(
      `${inMapping("")}test "T" { expect create { | } }`,
      "userName",
      `${inMapping("")}test "T" { expect create { userName:  } }`,
    ));
});

suite("Completion items", () => {
  test("of functions are snippets", () => {
    const { document, offset } = documentAt(inMapping("title <- Swi|"));
    const edit = completion(document, offset).find(({ label }) => label === "Switch")?.textEdit;
    const places = ["source", "defaultValue", "key", "value"].map((name, index) => `$\{${index + 1}:${name}}`);
    assert.equal(edit?.newText, `Switch(${places.join(", ")})`);
  });
  test("tell their type and what they mean", () => {
    const { document, offset } = documentAt(inMapping("title <- |"));
    const items = completion(document, offset);
    assert.equal(items.find(({ label }) => label === "Switch")?.detail, "Switch(source, defaultValue?, key, value, …)");
    assert.equal(items.find(({ label }) => label === "jobTitle")?.detail, "String");
    assert.deepEqual(
      items
        .map(item => resolveCompletion(item, () => document))
        .filter(({ documentation }) => documentation === undefined)
        .map(({ label }) => label),
      [],
    );
  });
  test("are different from each other", () => {
    const { document, offset } = documentAt(inMapping("title <- |"));
    const all = completion(document, offset).map(({ label }) => label);
    assert.equal(new Set(all).size, all.length);
  });
});

function accepts(members: string, label: string, expected: string): void {
  acceptsText(inMapping(members), label, inMapping(expected));
}

function filter(clauses: string): string {
  return inMapping(`filter "F" {\n    ${clauses}\n  }`);
}

function acceptsClause(clauses: string, label: string, expected: string): void {
  acceptsText(filter(clauses), label, filter(expected));
}

function acceptsText(marked: string, label: string, expected: string | RegExp): void {
  const { document, offset } = documentAt(marked);
  const items = completion(document, offset);
  const item = items.find(candidate => candidate.label === label);
  assert.ok(item, `${label} is not among ${items.map(candidate => candidate.label).join(", ")}`);
  const accepted = accept(document, item);
  if (typeof expected === "string") assert.equal(accepted, expected);
  else assert.match(accepted, expected);
}

function labels(marked: string): readonly string[] {
  const { document, offset } = documentAt(marked);
  return completion(document, offset).map(({ label }) => label);
}

function offersNot(members: string, label: string): void {
  assert.ok(!labels(inMapping(members)).includes(label), `${label} is offered`);
}

function offersClauseNot(clauses: string, label: string): void {
  assert.ok(!labels(filter(clauses)).includes(label), `${label} is offered`);
}

function offersNothing(members: string): void {
  assert.deepEqual(labels(inMapping(members)), []);
}
