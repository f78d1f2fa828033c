import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { lineStarts, placeAt } from "../../server/src/language/lines.ts";
import { createDocument } from "../../server/src/model/document.ts";
import { inFile } from "../../server/src/validation/inFile.ts";
import type { Problem, TextEdit } from "../../server/src/validation/rule.ts";
import { type Levels, validate } from "../../server/src/validation/validate.ts";
import { schemaWith } from "./graphSchemas.ts";

const fixtures = new URL("../validation/fixtures/", import.meta.url);

/** What all the rules and the parsers find in a text: a `.provmap` file, or a schema of Graph. Places and fixes are the file's. */
export function problemsOf(text: string, levels: Levels = {}): readonly Problem[] {
  const document = createDocument(text.startsWith("{") ? "file:///schema.json" : "file:///test.provmap", 1, text);
  const problems = validate(document.configuration, document.syntaxProblems, levels);
  return problems.map(problem => inFile(document, problem));
}

/** The text after the first fix of every problem that has one. Edits of fixes never overlap. */
export function afterFirstFixes(text: string, problems: readonly Problem[]): string {
  return applyEdits(
    text,
    problems.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
}

/** The text after the edits, of which none overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
  let result = "";
  let offset = 0;
  for (const { span, text: replacement } of ordered) {
    assert.ok(span.start >= offset, `Edits overlap at ${span.start}: ${JSON.stringify(ordered)}`);
    result += text.slice(offset, span.start) + replacement;
    offset = span.end;
  }
  return result + text.slice(offset);
}

/** A problem in the words of a fixture: `3: message`, with `[title]` of the first fix behind it. */
function described(line: number, message: string, fix: string | undefined): string {
  return `${line + 1}: ${message}${fix === undefined ? "" : ` [${fix}]`}`;
}

interface Want {
  readonly line: number;
  readonly message: string;
  readonly fix?: string;
}

/** The expectations of a fixture: `// want "part of a message" fix="title of its first fix"` at the end of a line, as often as needed. */
function wantsOf(text: string): readonly Want[] {
  return text.split("\n").flatMap((content, line) => {
    const [, marker] = /\/\/ want (.*)$/.exec(content) ?? [];
    if (marker === undefined) return [];
    const pattern = /"((?:[^"\\]|\\.)*)"(?: fix="((?:[^"\\]|\\.)*)")?/y;
    const wants: Want[] = [];
    for (const [, message = "", fix] of marker.matchAll(new RegExp(pattern, "g"))) {
      wants.push({ line, message: unescaped(message), ...(fix !== undefined && { fix: unescaped(fix) }) });
    }
    assert.notEqual(wants.length, 0, `Line ${line + 1} has a marker that asks for nothing: ${marker}`);
    return wants;
  });
}

function unescaped(text: string): string {
  return text.replaceAll('\\"', '"');
}

/** Fails unless the problems are exactly the wanted ones: same line, the wanted part of the message, the wanted first fix or none. */
export function expectMarked(text: string, problems: readonly Problem[]): void {
  const starts = lineStarts(withoutMarkers(text));
  const unexpected = problems.map(({ span, message, fixes }) => ({
    line: placeAt(starts, span.start).line,
    message,
    fix: fixes[0]?.title,
  }));
  const missing = wantsOf(text).filter(({ line, message, fix }) => {
    const index = unexpected.findIndex(
      found => found.line === line && found.message.includes(message) && found.fix === fix,
    );
    if (index >= 0) unexpected.splice(index, 1);
    return index < 0;
  });
  const describe = (list: readonly Want[]) => list.map(({ line, message, fix }) => described(line, message, fix));
  assert.deepEqual(
    { missing: describe(missing), unexpected: describe(unexpected as readonly Want[]) },
    { missing: [], unexpected: [] },
  );
}

/** `… 12 letters …` in a string stands for as many letters, so that a long text stays readable. */
function expanded(text: string): string {
  return text.replace(/… ([\d,]+) letters …/g, (_, count: string) => "x".repeat(Number(count.replaceAll(",", ""))));
}

/** The text of a fixture. */
export function fixture(name: string): string {
  return expanded(readFileSync(new URL(name, fixtures), "utf8"));
}

/** JSON without the markers, for which it has no comments; every line stays where it is. */
export function withoutMarkers(text: string): string {
  return text.startsWith("{") ? text.replace(/ *\/\/ want .*$/gm, "") : text;
}

/**
 * A whole file around one line: an attribute mapping, a clause, a property of the application, tests, or members of an
 * attribute mapping or an object mapping of a schema; other blocks are a file.
 */
export function fileAround(line: string): string {
  if (line.startsWith('"')) return JSON.stringify(schemaWith(JSON.parse(`{${line}}`)), null, 2);
  if (/^((application|mapping) "|attributes )/.test(line)) return line;
  if (line.startsWith('test "')) return `${fileAround("title <- [jobTitle]")}${line}\n`;
  if (!line.includes("<-") && /^\w+:/.test(line)) return `application "App" {\n  ${line}\n}\n`;
  const matches = line.includes("userName <-") || line.includes(" match ");
  const statement = line.includes("<-") ? line : `filter "F" { ${line} }`;
  return expanded(
    [
      'mapping "Users" {',
      "  source: User",
      '  target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
      `  ${statement}`,
      matches ? "" : "  userName <- [userPrincipalName] match 1",
      "}\n",
    ].join("\n"),
  );
}

/** The problems of one line in a file around it, as `code: message`. */
export function problemsAround(line: string): readonly string[] {
  return problemsOf(fileAround(line)).map(({ code, message }) => `${code}: ${message}`);
}
