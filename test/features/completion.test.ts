import assert from "node:assert/strict";
import { type AskOutside, outsideItems } from "../../server/src/features/completion/outside.ts";
import { resolveCompletion } from "../../server/src/features/completion/resolve.ts";
import { completion } from "../../server/src/features/completion.ts";
import { formatProvmap } from "../../server/src/language/provmap/format.ts";
import { accept, documentAt, documentOf, inMapping, problemsIn } from "../harness/documents.ts";

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
  test("of a match behind those that are taken", () =>
    accepts(
      "userName <- [userPrincipalName] match 2\n  externalId <- [mail] |",
      "match",
      "userName <- [userPrincipalName] match 2\n  externalId <- [mail] match 3",
    ));
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
  test("at the top of a file", () =>
    assert.deepEqual(labels("|"), [
      "application",
      "mapping",
      "attributes",
      "test",
      "mapping of users",
      "mapping of groups",
    ]));
  test("is a file without problems", () => {
    const { document, offset } = documentAt("|");
    for (const item of completion(document, offset)) {
      const beside = item.label === "test" ? inMapping("userName <- [userPrincipalName] match 1") : "";
      const accepted = documentOf(`${accept(document, item)}\n${beside}`);
      assert.deepEqual(
        problemsIn(accepted).map(({ message }) => message),
        [],
        item.label,
      );
    }
  });
  test("keeps the indentation of a formatted file", () => {
    const { document, offset } = documentAt("|");
    for (const item of completion(document, offset).filter(({ label }) => label !== "mapping")) {
      const text = `${accept(document, item).replace(/\n *\n}/, "\n}")}\n`;
      assert.equal(formatProvmap(text), text);
    }
  });
  test("of a keyword that is being typed", () =>
    acceptsText("test|", "test", /^test "what is expected" \{\n {2}user: \{/));
  test("behind a block", () => assert.ok(labels('application "A" {}\n|').includes("mapping")));
  test("offers one application", () => {
    assert.ok(!labels('application "A" {}\n|').includes("application"));
    assert.ok(labels("appl|ication").includes("application"));
  });
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
  test("of a template", () =>
    acceptsText('application "A" { template: | }', "customappsso", 'application "A" { template: customappsso }'));
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
  test("of an object that an attribute refers to", () =>
    acceptsText(
      'attributes source "User" { boss: Reference, references "|" }',
      "User",
      'attributes source "User" { boss: Reference, references "User" }',
    ));
  test("of an object of the file that an attribute refers to", () =>
    acceptsText(
      'attributes target "Badge" { owner: Reference, references "Ba|" }',
      "Badge",
      'attributes target "Badge" { owner: Reference, references "Badge" }',
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
  test("of a group's attribute in a test of a group", () => {
    const groups = 'mapping "G" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" }\n';
    acceptsText(
      `${inMapping("")}${groups}test "T" { group: { mem| } }`,
      "members",
      `${inMapping("")}${groups}test "T" { group: { members:  } }`,
    );
  });
  test("of an expected attribute", () =>
    acceptsText(
      `${inMapping("")}test "T" { expect create { | } }`,
      "userName",
      `${inMapping("")}test "T" { expect create { userName:  } }`,
    ));
});

suite("Completion of arguments", () => {
  const replaced = `title <- Replace([a], , "(?<year>y)", , "in \${year}", , )`;
  test("of a word that the parameter takes", () =>
    accepts('title <- DateAdd("|", 1, [a])', "yyyy", 'title <- DateAdd("yyyy", 1, [a])'));
  test("of a word in quotes where nothing is typed", () =>
    accepts("title <- DateAdd(|, 1, [a])", "yyyy", 'title <- DateAdd("yyyy", 1, [a])'));
  test("of a bare word", () =>
    accepts('title <- InStr([a], "b", 1, |)', "vbTextCompare", 'title <- InStr([a], "b", 1, vbTextCompare)'));
  test("of a culture", () => accepts('title <- ToLower([a], "|")', "tr-TR", 'title <- ToLower([a], "tr-TR")'));
  test("of a culture in place of another", () =>
    accepts('title <- ToLower([a], "tr|-TR")', "de-DE", 'title <- ToLower([a], "de-DE")'));
  test("of a date format", () =>
    accepts(
      'title <- FormatDateTime([a], , "yyyyMMdd", |)',
      "yyyy-MM-dd",
      'title <- FormatDateTime([a], , "yyyyMMdd", "yyyy-MM-dd")',
    ));
  test("of a style of reading dates", () =>
    accepts(
      'title <- FormatDateTime([a], "|", "yyyy", "MM")',
      "AssumeUniversal",
      'title <- FormatDateTime([a], "AssumeUniversal", "yyyy", "MM")',
    ));
  test("of a group of the pattern", () =>
    accepts(
      'title <- Replace([a], , "(?<year>\\d+)(x)", "|", "", , )',
      "year",
      'title <- Replace([a], , "(?<year>\\d+)(x)", "year", "", , )',
    ));
  test("offers no group that has no name", () =>
    assert.deepEqual(labels(inMapping('title <- Replace([a], , "(?<year>\\d+)(x)", "|", "", , )')), ["year"]));
  test("of a group in a replacement", () => accepts(replaced.replace("{year}", "{ye|"), "year", replaced));
  test("of a group behind a dollar", () => accepts(replaced.replace("{year}", "|"), "year", replaced));
  test("of a group in whole braces", () => accepts(replaced.replace("{year}", "{|}"), "year", replaced));
  test("offers no group elsewhere in a replacement", () =>
    offersNothing('title <- Replace([a], , "(?<year>y)", , "in |", , )'));
  test("offers nothing for a pattern that cannot be read", () =>
    offersNothing('title <- Replace([a], , "(?<year>y", "|", "", , )'));
  test("offers a date format with what it writes", () => {
    const { document, offset } = documentAt(inMapping('title <- FormatDateTime([a], , "", "|")'));
    assert.equal(
      completion(document, offset).find(({ label }) => label === "yyyy-MM-dd HH:mm:ss")?.detail,
      "2026-03-09 14:05:30",
    );
  });
  test("offers only formats that are formats", () => {
    const { document, offset } = documentAt(inMapping('title <- FormatDateTime([a], , "", "|")'));
    const formats = completion(document, offset);
    assert.ok(formats.length > 5);
    for (const format of formats)
      assert.deepEqual(
        problemsIn(documentOf(accept(document, format).replace(', "",', ', "yyyy",'))).filter(
          ({ code }) => code === "date-format-spec",
        ),
        [],
      );
  });
});

suite("Completion of what is outside", () => {
  const directory: AskOutside = async kind =>
    kind === "secret" || kind === "template"
      ? [{ key: "servicenow", label: "servicenow", detail: "environment production" }]
      : [
          { key: "zoe@contoso.com", label: "Zoë Lindqvist", detail: "Engineering" },
          { key: "ada@contoso.com", label: "Ada Lovelace", detail: "Research" },
        ];
  const offered = async (marked: string, ask = directory) => {
    const { document, offset } = documentAt(marked);
    const { items, isIncomplete } = await outsideItems(document, offset, ask);
    return { document, items, isIncomplete, labels: items.map(({ label }) => label) };
  };
  const accepted = async (marked: string, label: string) => {
    const { document, items } = await offered(marked);
    const item = items.find(candidate => candidate.label === label);
    assert.ok(item);
    return accept(document, item);
  };

  const accepting: readonly (readonly [sentence: string, before: string, label: string, after: string])[] = [
    ["of a user", 'test "T" { user: | }', "Ada Lovelace", 'test "T" { user: "ada@contoso.com" }'],
    ["of a user in quotes", 'test "T" { user: "|" }', "Ada Lovelace", 'test "T" { user: "ada@contoso.com" }'],
    [
      "of a user in a quote that is open",
      'test "T" {\n user: "lov|\n}',
      "Ada Lovelace",
      'test "T" {\n user: "ada@contoso.com"\n}',
    ],
    ["of a group", 'test "T" { group: | }', "Ada Lovelace", 'test "T" { group: "ada@contoso.com" }'],
    [
      "of a user before changes",
      'test "T" { user: "zo|e" with { city: "x" } }',
      "Zoë Lindqvist",
      'test "T" { user: "zoe@contoso.com" with { city: "x" } }',
    ],
    [
      "of a secret",
      'application "A" { authentication: bearer secret("|") }',
      "servicenow",
      'application "A" { authentication: bearer secret("servicenow") }',
    ],
    [
      "of a template of the gallery",
      'application "A" { template: serv| }',
      "servicenow",
      'application "A" { template: servicenow }',
    ],
    [
      "of a secret without quotes",
      'application "A" { authentication: bearer secret(|) }',
      "servicenow",
      'application "A" { authentication: bearer secret("servicenow") }',
    ],
  ];
  for (const [sentence, before, label, after] of accepting) {
    test(sentence, async () => assert.equal(await accepted(before, label), after));
  }

  test("finds people by key and by name", async () => {
    assert.deepEqual((await offered('test "T" { user: "ZOE|" }')).labels, ["Zoë Lindqvist"]);
    assert.deepEqual((await offered('test "T" { user: "lind|" }')).labels, ["Zoë Lindqvist"]);
  });
  test("lists a hundred of many, and says so", async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ key: `u${index}`, label: `User ${index}`, detail: "" }));
    const { items, isIncomplete } = await offered('test "T" { user: | }', async () => many);
    assert.deepEqual([items.length, isIncomplete], [100, true]);
  });
  const silent: readonly (readonly [sentence: string, marked: string])[] = [
    ["in an object", 'test "T" { user: { | } }'],
    ["behind a user", 'test "T" { user: "ada" | }'],
    ["for another property", 'test "T" { mapping: | }'],
    ["in a mapping", inMapping("title <- |")],
    ["before the parenthesis of a secret", 'application "A" { authentication: bearer sec|ret("x") }'],
  ];
  for (const [sentence, marked] of silent) {
    test(`asks nobody ${sentence}`, async () => {
      const { labels: found } = await offered(marked, () => assert.fail("It was asked."));
      assert.deepEqual(found, []);
    });
  }
  test("offers nothing else in the parentheses of a secret", () =>
    assert.deepEqual(labels('application "A" { authentication: bearer secret("|") }'), []));
});

suite("Completion in a comment", () => {
  test("of the word that turns rules off", () =>
    acceptsText("// mapw|", "mapwright-disable-next-line", "// mapwright-disable-next-line "));
  test("of a rule", () =>
    acceptsText("// mapwright-disable-next-line scope|", "scope-case", "// mapwright-disable-next-line scope-case"));
  test("of a rule in place of another", () =>
    acceptsText("// mapwright-disable scope-n|ull", "scope-case", "// mapwright-disable scope-case"));
  test("of another rule behind a comma", () => {
    acceptsText("// mapwright-disable scope-null, |", "scope-case", "// mapwright-disable scope-null, scope-case");
    assert.ok(!labels("// mapwright-disable scope-null, |").includes("scope-null"));
  });
  test("offers nothing in its reason, nor in another comment", () => {
    assert.deepEqual(labels("// mapwright-disable scope-null because |"), []);
    assert.deepEqual(labels("// scope-|"), []);
    assert.deepEqual(labels("/* mapwright-disable | */"), []);
  });
});

suite("Completion items", () => {
  test("in quotes are found by typing the quotes", () => {
    const { document, offset } = documentAt('mapping "M" { target: "ur|" }');
    for (const { filterText } of completion(document, offset)) assert.match(filterText ?? "", /^"urn:/);
  });
  test("come without documentation until it is asked for", () => {
    const { document, offset } = documentAt(inMapping("title <- |"));
    const items = completion(document, offset);
    const resolved = (label: string) => {
      const item = items.find(candidate => candidate.label === label);
      assert.ok(item && item.documentation === undefined, label);
      return JSON.stringify(resolveCompletion(item, () => document).documentation);
    };
    assert.match(resolved("Switch"), /learn\.microsoft\.com/);
    assert.match(resolved("jobTitle"), /job title/i);
  });
  test("stay as they are where nothing more is known", () => {
    const item = {
      label: "x",
      data: { kind: "attribute", uri: "file:///gone", mapping: "M", side: "source", name: "a" },
    };
    assert.equal(
      resolveCompletion(item, () => undefined),
      item,
    );
  });
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
