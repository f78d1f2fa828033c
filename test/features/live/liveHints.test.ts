import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { liveExplanation } from "../../../server/src/features/live/liveExplanation.ts";
import { liveHints } from "../../../server/src/features/live/liveHints.ts";
import type { LiveSample } from "../../../server/src/features/live/liveSample.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { offsetAt } from "../../../server/src/language/lines.ts";
import { createDocument, type ProvmapDocument } from "../../../server/src/model/document.ts";
import { documentOf, inMapping, schemaAt } from "../../harness/documents.ts";
import { liveFor } from "../../harness/liveSamples.ts";

type Attributes = Readonly<Record<string, Value>>;

/** What makes the mapping of an enterprise user whole. */
const required = "userName <- [displayName] match 1";

suite("Live values at the ends of lines", () => {
  const lines: readonly (readonly [sentence: string, hinted: string, attributes?: Attributes])[] = [
    ["a text", 'title <- Append([department], "!")‹→ "Engineering!"›'],
    ["a text with its blanks, on one line", 'title <- [jobTitle]‹→ " a  b\\n"›', { jobTitle: " a  b\n" }],
    ["a constant", 'title <- "x"‹→ "x"›'],
    ["a list", 'roles <- Split("a,b", ",")‹→ ["a", "b"]›'],
    ["a long list, without its end", longList(), { mail: `${"a,".repeat(29)}a` }],
    ["no value", "title <- [jobTitle]‹→ nothing›"],
    ["an empty text", 'title <- [jobTitle]‹→ nothing, since "" is not sent (assumed)›', { jobTitle: "" }],
    ["the default", 'title <- [jobTitle] default "n/a"‹→ default "n/a"›'],
    ["the default of a mapping without a source", 'title <- none default "n/a"‹→ default "n/a"›'],
    ["a mapping without a source", "title <- none‹→ nothing›"],
    ["what is for creation only", 'title <- [department] on create‹→ "Engineering", only during creation›'],
    ["a flow that is left out", "title <- IgnoreFlowIfNullOrEmpty([jobTitle])‹→ skipped: the target keeps its value›"],
    ["an error in words", 'title <- Error("No title")‹→ error: Error: No title›'],
    ["what does not fit the target", 'active <- "perhaps"‹→ error: active takes True or False, not "perhaps".›'],
    ["what fits the target in its spelling", 'active <- "false"‹→ "False"›'],
    ["whether the sample is to be disabled", 'active <- Not([IsSoftDeleted])‹→ "True"›'],
    ["the same where it is", 'active <- Not([IsSoftDeleted])‹→ "False"›', { accountEnabled: false }],
    [
      "the first unique value, of which nobody has been asked",
      'nickName <- SelectUniqueValue([jobTitle], [department], "x") on create‹→ "Engineering", only during creation, unless the target has it already›',
    ],
    ["what chance draws, as an example", 'title <- Left(Mid(Guid(), 9, 1), 1)‹→ "-", for example›'],
    ["a reference", "manager <- [manager]‹→ reference to Grace Hopper›", { manager: "grace" }],
    [
      "a reference that the directory lacks",
      "manager <- [manager]‹→ reference to boss, which the directory lacks›",
      { manager: "boss" },
    ],
    ["a redacted value", 'title <- Redact([department])‹→ "[Redact]"›'],
    ["a secret", 'password <- [department]‹→ "[Redact]"›'],
    [
      "that a redacted value fails, without its reason",
      'active <- Redact([department])‹→ error: active takes True or False, not "[Redact]".›',
    ],
    ["a statement before a comment", "title <- [jobTitle] // on‹→ nothing›"],
    ["two statements on a line", 'title <- "a"‹→ "a"› nickName <- "b"‹→ "b"›'],
    ["a call over several lines at its end", 'title <- Join(\n  "",\n  [department]\n)‹→ "Engineering"›'],
    ["a half typed call", "title <- Append([department], ‹→ error: Close the call of 'Append' with ')'.›"],
    [
      "a word that a completion left, for which a run refuses the mapping",
      "title <- ToUpper(source)‹→ error: 'source' is no constant*›",
    ],
    ["a function that there is not", 'title <- Unheard("a")‹→ error: *›'],
  ];
  for (const [sentence, hinted, attributes] of lines) {
    test(`show ${sentence}`, () => assert.ok(matches(inside(hinted, attributes), hinted), inside(hinted, attributes)));
  }

  const filters: readonly (readonly [sentence: string, hinted: string, attributes?: Attributes])[] = [
    [
      "that a filter passes",
      'filter "E" {‹passes›\n  department EQUALS "Engineering"‹passes: department is "Engineering".›\n}',
    ],
    [
      "that a filter fails, clause by clause",
      'filter "E" {‹fails›\n  department EQUALS "Engineering"‹fails: department is "Sales".›\n  mail IS NULL‹passes: mail has no value.›\n}',
      { department: "Sales" },
    ],
    [
      "nothing of an attribute that a mapping redacts",
      'filter "E" {‹fails›\n  department EQUALS "Engineering"‹fails: The value of department is redacted.›\n}\ntitle <- Redact([department])‹→ "[Redact]"›',
      { department: "HR" },
    ],
  ];
  for (const [sentence, hinted, attributes] of filters) {
    test(`show ${sentence}`, () => assert.equal(inside(hinted, attributes), hinted));
  }

  const verdicts: readonly (readonly [sentence: string, members: string, verdict: string, attributes?: Attributes])[] =
    [
      ["is in scope", required, "in scope"],
      ["is out of scope", `${required} filter "E" { department IS NULL }`, "out of scope: No scoping filter passes."],
      ["is disabled in the source", required, "out of scope: accountEnabled is False.", { accountEnabled: false }],
      ["is skipped", `${required} enabled: false`, "skipped: the mapping is not enabled."],
      [
        "is left alone as a whole",
        `${required} title <- IIF([department] = "Engineering", IgnoreObjectFlow, "x")`,
        "skipped: an attribute mapping gives IgnoreObjectFlow.",
      ],
      ["cannot be created", "title <- [department]", "error: The target requires userName, and no value flows there."],
      [
        "cannot be judged",
        `${required} filter "E" { department SOUNDS "x" }`,
        'error: "SOUNDS" is no operator of scoping filters.',
      ],
    ];
  for (const [sentence, members, verdict, attributes] of verdicts) {
    test(`show behind the name of a mapping that the sample ${sentence}`, () => {
      const [line] = hinted(documentOf(inMapping(members)), attributes).split("\n");
      assert.equal(line, `mapping "Users" {‹Ada Lovelace: ${verdict}›`);
    });
  }

  test("show nothing in a mapping of other objects", () => {
    const text = inMapping("displayName <- [displayName]").replace("source: User", "source: Group");
    assert.equal(hinted(documentOf(text)), text);
  });
  test("say once, behind the first mapping, why there are none", () => {
    const live = { kind: "refused", message: "Nobody is there." } as const;
    assert.equal(
      hintedWith(documentOf('mapping "A" {\n}\nmapping "B" {\n}\n'), live),
      'mapping "A" {‹no live values: Nobody is there.›\n}\nmapping "B" {\n}\n',
    );
  });
  test("are given for the asked lines only", () => {
    const document = documentOf(inMapping("title <- [department]"));
    assert.deepEqual(liveHints(document, { start: 20, end: 30 }, liveFor(document)), []);
  });
  test("are cut where they are long, and whole in the tooltip", () => {
    const document = documentOf(inMapping("title <- [mail]"));
    const [, hint] = liveHints(
      document,
      { start: 0, end: document.text.length },
      liveFor(document, { mail: "é".repeat(200) }),
    );
    assert.equal(hint?.label, `→ "${"é".repeat(96)}…`);
    assert.equal(hint.tooltip, `→ "${"é".repeat(200)}"`);
  });

  test("say what they assume", () => {
    const document = documentOf(inMapping('title <- Split("a, b", ",")'));
    const hints = liveHints(document, { start: 0, end: document.text.length }, liveFor(document));
    assert.match(String(hints[1]?.label), /^→ error: .* \(assumed\)$/);
    assert.match(String(hints[1]?.tooltip), /^→ error: .*\n\nAssumption: Split trims/);
  });
  test("are given, and explained, in every half typed text", () => {
    const text = readFileSync("samples/contoso/servicenow.provmap", "utf8");
    for (let end = 0; end <= text.length; end += 5) {
      const document = documentOf(text.slice(0, end));
      const live = liveFor(document);
      assert.ok(Array.isArray(liveHints(document, { start: 0, end }, live)));
      liveExplanation(document, end, live);
    }
  });

  const ada = { userPrincipalName: "ada" };
  test("stand behind the strings of a Graph schema that say what flows", () => {
    const { document } = schemaAt({
      source: { expression: "|ToUpper([userPrincipalName])", name: "x", type: "Function", parameters: [] },
    });
    assert.match(hinted(document, ada), /"expression": "ToUpper\(\[userPrincipalName\]\)",‹→ "ADA"›\n/);
  });
  test("stand behind the string itself in a schema on one line", () => {
    const { document } = schemaAt({
      source: { expression: "|[userPrincipalName]", name: "x", type: "Attribute", parameters: [] },
    });
    const minified = createDocument("file:///schema.json", 1, JSON.stringify(JSON.parse(document.fileText)));
    assert.match(hinted(minified, ada), /"expression":"\[userPrincipalName\]‹→ "ada"›"/);
  });
});

function longList(): string {
  const values = Array.from({ length: 20 }, () => '"a"').join(", ");
  return `roles <- Split([mail], ",")‹→ [${values}, and 10 more]›`;
}

/** The members of a mapping with the hints in them; the one of the mapping itself is left out. */
function inside(marked: string, attributes?: Attributes): string {
  const members = marked.replaceAll(/‹.*?›/g, "");
  const text = hinted(documentOf(inMapping(members)), attributes);
  return text.slice(text.indexOf("2.0:User") + 12, text.lastIndexOf("\n}"));
}

/** `*` in what is expected stands for any text. */
function matches(found: string, expected: string): boolean {
  const [before = "", behind] = expected.split("*›");
  return behind === undefined ? found === expected : found.startsWith(before) && found.endsWith(`›${behind}`);
}

function hinted(document: ProvmapDocument, attributes?: Attributes): string {
  return hintedWith(document, liveFor(document, attributes));
}

/** The file with the hints in it. */
function hintedWith(document: ProvmapDocument, live: LiveSample): string {
  const { fileText, lineStarts } = document;
  const hints = liveHints(document, { start: 0, end: document.text.length }, live).map(
    ({ position, label, tooltip }) => ({
      at: offsetAt(fileText, lineStarts, position),
      text: `‹${String(tooltip ?? label).split("\n\n")[0]}›`,
    }),
  );
  return hints
    .toSorted((left, right) => right.at - left.at)
    .reduce((text, hint) => text.slice(0, hint.at) + hint.text + text.slice(hint.at), fileText);
}
