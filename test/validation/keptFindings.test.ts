import assert from "node:assert/strict";
import { createDocument, type ProvmapDocument } from "../../server/src/model/document.ts";
import { createKeptFindings } from "../../server/src/validation/keptFindings.ts";
import { type Levels, validate } from "../../server/src/validation/validate.ts";
import { faultySchema, typing } from "../harness/schemaTyping.ts";

const uri = "file:///schema.json";
const spread = JSON.stringify(faultySchema, null, 2);
const levels: readonly Levels[] = [{}, { "attribute-unknown": "information", "duplicate-name": "off" }];

/** Validates versions of a document, each made of the one before, and counts what is looked through for it. */
function typist(text: string) {
  const keptAt = levels.map(createKeptFindings);
  let looked = 0;
  let document = createDocument(uri, 1, text);
  return {
    type: (after: string) => {
      document = createDocument(uri, document.version + 1, after, document);
      return document;
    },
    problems: (level = 0) => {
      looked = 0;
      const kept = keptAt[level];
      const counting = kept && {
        of: (...[revision, json, find]: Parameters<typeof kept.of>) =>
          kept.of(revision, json, () => {
            looked++;
            return find();
          }),
      };
      return validate(document.configuration, document.syntaxProblems, levels[level], counting);
    },
    looked: () => looked,
  };
}

function fromNothing({ fileText, version }: ProvmapDocument, level = 0) {
  const { configuration, syntaxProblems } = createDocument(uri, version, fileText);
  return validate(configuration, syntaxProblems, levels[level]);
}

suite("Findings that are kept while a schema is typed", () => {
  for (const [layout, text, seed] of [
    ["on many lines", spread, 1],
    ["on many lines", spread, 2],
    ["on one line", JSON.stringify(faultySchema), 3],
    ["on one line", JSON.stringify(faultySchema), 4],
  ] as const) {
    test(`are those of a document built from nothing, after each of 300 edits ${layout} (seed ${seed})`, () => {
      const { type, problems, looked } = typist(text);
      problems();
      const found = new Set<string>();
      let reused = 0;
      let version = 0;
      for (const after of typing(text, seed, 300)) {
        const document = type(after);
        version++;
        // Versions come that nobody asks for the problems of, and levels change.
        if (version % 5 === 0) continue;
        const level = version % 7 === 0 ? 1 : 0;
        const told = problems(level);
        assert.deepEqual(told, fromNothing(document, level), `edit ${version}`);
        for (const { code } of told) found.add(code);
        if (looked() === 1) reused++;
      }
      assert.ok(reused > 40, `${reused} versions had findings kept`);
      assert.ok(found.size > 20, `${found.size} rules found something`);
    });
  }

  const places: readonly (readonly [where: string, pattern: RegExp, looked: number])[] = [
    ["an expression: the mapping that it stands in", /Apend\(\[m/, 1],
    ["the target of an attribute mapping: the mapping that it stands in", /"targetAttributeName": "nic/, 1],
    ["a filter: the mapping that it belongs to", /"sourceOperandName": "con/, 1],
    ["the name of an object mapping: everything", /"name": "Guests/, 5],
    ["an attribute of a directory: everything", /"name": "givenN/, 5],
    ["a number: everything", /"matchingPriority": 1/, 5],
  ];
  for (const [where, pattern, expected] of places) {
    test(`are looked for again after typing in ${where}`, () => {
      const { type, problems, looked } = typist(spread);
      problems();
      type(spread.replace(pattern, "$&1"));
      const document = type(spread.replace(pattern, "$&11"));
      assert.deepEqual(problems(), fromNothing(document));
      assert.equal(looked(), expected);
      problems();
      assert.equal(looked(), 0);
    });
  }
});
