import assert from "node:assert/strict";
import fc from "fast-check";
import { quote } from "../../../server/src/language/expression/print.ts";
import { parseSchema } from "../../../server/src/language/graph/parse.ts";
import { formatProvmap } from "../../../server/src/language/provmap/format.ts";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";
import type { AttributeMapping } from "../../../server/src/model/configuration.ts";
import { sayingOfClause, sayingOfMapping, sayingOfSource } from "../../../server/src/model/graph/saying.ts";
import { layOnto } from "../../../server/src/model/layOnto.ts";
import { readProvmap } from "../../../server/src/model/readProvmap.ts";
import { type WrittenSchema, writeProvmap } from "../../../server/src/model/writeProvmap.ts";
import { anyLayout, anySchema, anySchemaOfOneRule } from "../../harness/anySchema.ts";
import { largeSchema } from "../../harness/graphSchemas.ts";

function imported(json: string): WrittenSchema {
  const schema = parseSchema(json);
  assert.ok(schema);
  return writeProvmap(schema, { schemaFile: "schema.json" });
}

function exported(json: string, provmap: string): string {
  const schema = parseSchema(json);
  assert.ok(schema);
  const { file, problems } = parseProvmap(provmap);
  assert.deepEqual(problems, [], provmap);
  const laid = layOnto(schema, json, readProvmap(file));
  assert.deepEqual(laid.problems, []);
  return laid.text;
}

suite("Importing and exporting", () => {
  test("a schema of any shape without an edit gives the same bytes", () => {
    fc.assert(
      fc.property(anyLayout(anySchema), json => {
        const { text } = imported(json);
        assert.equal(exported(json, text), json);
      }),
      { numRuns: 500 },
    );
  });

  test("writes a canonical file, in which every part of the schema that it says stands in order", () => {
    fc.assert(
      fc.property(anyLayout(anySchema), json => {
        const written = imported(json);
        const { file, problems } = parseProvmap(written.text);
        assert.deepEqual(problems, [], written.text);
        assert.equal(formatProvmap(written.text), written.text);
        const { mappings, declarations } = readProvmap(file);
        const counts = mappings.map(({ attributeMappings, filters }) => [
          attributeMappings.length,
          filters.map(({ clauses }) => clauses.length),
        ]);
        assert.deepEqual(
          counts,
          written.mappings.map(({ attributeMappings, filters }) => [
            attributeMappings.length,
            filters.map(({ clauses }) => clauses.length),
          ]),
        );
        assert.deepEqual(
          declarations.map(({ attributes }) => attributes.length),
          written.declarations.map(({ attributes }) => attributes.length),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("a file that is laid out in another way, with comments, changes nothing", () => {
    const json = JSON.stringify(largeSchema(20), null, 2);
    const { text } = imported(json);
    const loose = text.replaceAll("<-", "\n<-\n").replaceAll("\n", "\n   ").replaceAll("{", "{ // why\n");
    assert.equal(exported(json, loose), json);
  });

  test("a schema of half a megabyte gives the same bytes", () => {
    const json = JSON.stringify(largeSchema(300), null, 2).replaceAll("\n", "\r\n");
    assert.ok(json.length > 500_000);
    assert.equal(exported(json, imported(json).text), json);
  });
});

/** What a file says of its mappings, in an order that does not depend on where they stand. */
function sayings(provmap: string): readonly string[] {
  const { mappings } = readProvmap(parseProvmap(provmap).file);
  return mappings
    .map(({ name, rule, sourceObject, targetObject, enabled, actions, filters, attributeMappings }) => {
      const words = [name, rule, sourceObject, targetObject].map(word => word?.text);
      const scope = filters.map(filter => [filter.group, filter.name.text, filter.clauses.map(sayingOfClause).sort()]);
      return JSON.stringify([
        ...words,
        enabled,
        actions,
        scope.map(filter => JSON.stringify(filter)).sort(),
        attributeMappings.map(sayingWithConstants).sort(),
      ]);
    })
    .sort();
}

/** A number or a word that stands alone is a constant to Graph, which keeps it as a string. */
function sayingWithConstants(mapping: AttributeMapping): string {
  const { source } = mapping;
  const isBare = source.kind === "Expression" && /^[^"[(]+$/.test(sayingOfSource(source));
  if (!isBare) return sayingOfMapping(mapping);
  const value = sayingOfSource(source);
  const expression = { kind: "StringLiteral", value, raw: quote(value), span: mapping.span } as const;
  return sayingOfMapping({ ...mapping, source: { kind: "Constant", expression, value } });
}

suite("Exporting an edited file", () => {
  test("gives a schema that says what the file says, whatever the schema was before", () => {
    fc.assert(
      fc.property(anyLayout(anySchemaOfOneRule), anySchemaOfOneRule, (json, other) => {
        const { text } = imported(JSON.stringify(other));
        const result = exported(json, text);
        assert.doesNotThrow(() => JSON.parse(result));
        assert.deepEqual(sayings(imported(result).text), sayings(text));
      }),
      { numRuns: 500 },
    );
  });
});
