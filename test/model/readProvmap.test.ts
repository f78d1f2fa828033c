import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import type { AttributeMapping, Configuration } from "../../server/src/model/configuration.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";

function read(text: string): Configuration {
  return readProvmap(parseProvmap(text).file);
}

function applicationOf(properties: string): Readonly<Record<string, unknown>> {
  const { name, span, ...settings } = read(`application "App" { ${properties} }`).application ?? assert.fail();
  assert.equal(name.text, "App");
  assert.equal(span.start, 0);
  return settings;
}

function mappingOf(members: string, more = "") {
  return read(`mapping "Users" { ${members} }\n${more}`).mappings[0] ?? assert.fail();
}

/** An attribute mapping without its places. */
function attributeMappingOf(line: string): object {
  const mapping = mappingOf(line).attributeMappings[0] ?? assert.fail();
  const { target, source, span, writtenPrecedence, defaultModifier, ...rest } = mapping;
  return { target: target.text, source: sourceOf(source), ...rest };
}

function sourceOf(source: AttributeMapping["source"]): string {
  return source.kind === "Constant" ? `Constant ${source.value}` : source.kind;
}

const defaults = { provisioning: "automatic", scope: "assigned", skipOutOfScopeDeletions: false };
const always = { flowType: "Always", flowBehavior: "FlowWhenChanged" };

suite("An application", () => {
  test("has defaults for what it does not say", () => assert.deepEqual(applicationOf(""), defaults));

  test("means what its properties say", () => {
    const { endpoint, ...settings } = applicationOf(
      'endpoint: "https://x.example/scim" authentication: bearer secret("token") scope: all provisioning: manual deleteThreshold: 20 skipOutOfScopeDeletions: true',
    );
    assert.equal((endpoint as { text: string }).text, "https://x.example/scim");
    assert.deepEqual(settings, {
      provisioning: "manual",
      scope: "all",
      skipOutOfScopeDeletions: true,
      deleteThreshold: 20,
      authentication: { type: "bearer", secret: "token" },
    });
  });

  test("has the default where a word is unknown", () => {
    assert.deepEqual(applicationOf("scope: everybody provisioning: x deleteThreshold: many"), defaults);
  });

  test("is the first of the file, and a file may have none", () => {
    assert.equal(read('application "A" { } application "B" { }').application?.name.text, "A");
    assert.equal(read('mapping "M" { }').application, undefined);
  });
});

suite("A mapping", () => {
  test("has defaults for what it does not say", () => {
    const mapping = mappingOf("");
    assert.deepEqual(
      [mapping.sourceObject.text, mapping.targetObject.text, mapping.enabled, mapping.actions],
      ["User", "", true, { create: true, update: true, delete: true }],
    );
  });

  test("allows the actions that it names", () => {
    assert.deepEqual(mappingOf("actions: create, update").actions, { create: true, update: true, delete: false });
    assert.deepEqual(mappingOf("actions:").actions, { create: true, update: true, delete: true });
  });

  test("keeps filters apart by their group, and clauses in order", () => {
    const { filters } = mappingOf(
      'filter "A" { department EQUALS "x" city IS NULL } category filter "B" { state REGEX MATCH "^N" }',
    );
    const clauses = filters.map(({ group, name, clauses: list }) => [
      group,
      name.text,
      list.map(({ attribute, operator, value }) => `${attribute.text} ${operator.text} ${value?.text ?? ""}`.trim()),
    ]);
    assert.deepEqual(clauses, [
      ["scoping", "A", ["department EQUALS x", "city IS NULL"]],
      ["category", "B", ["state REGEX MATCH ^N"]],
    ]);
  });
});

const attributeMappings: readonly (readonly [line: string, meaning: object])[] = [
  ["a <- [mail]", { target: "a", source: "Direct", ...always }],
  ['a <- "en"', { target: "a", source: "Constant en", ...always }],
  ["a <- Now()", { target: "a", source: "Expression", ...always }],
  ['a <- [b] = "c"', { target: "a", source: "Expression", ...always }],
  ["a <- none", { target: "a", source: "None", ...always }],
  ["a <-", { target: "a", source: "Unreadable", ...always }],
  ['a <- none default ""', { target: "a", source: "None", defaultValue: "", ...always }],
  [
    'a <- [b] match 2 default "x"',
    { target: "a", source: "Direct", matchingPrecedence: 2, defaultValue: "x", ...always },
  ],
  ["a <- [b] match", { target: "a", source: "Direct", matchingPrecedence: 1, ...always }],
  ["a <- [b] on create", { target: "a", source: "Direct", ...always, flowType: "ObjectAddOnly" }],
  ["a <- [b] add values", { target: "a", source: "Direct", ...always, flowType: "MultiValueAddOnly" }],
  ["a <- [b] flow always", { target: "a", source: "Direct", ...always, flowBehavior: "FlowAlways" }],
  ['emails[type eq "work"].value <- [b]', { target: 'emails[type eq "work"].value', source: "Direct", ...always }],
];

suite("An attribute mapping", () => {
  for (const [line, meaning] of attributeMappings) {
    test(line, () => assert.deepEqual(attributeMappingOf(line), meaning));
  }

  test("says where its matching precedence and its default value are written", () => {
    const text = 'mapping "Users" { a <- [b] match 0 default "x" }';
    const mapping = read(text).mappings[0]?.attributeMappings[0];
    const places = [mapping?.writtenPrecedence?.span, mapping?.defaultModifier];
    assert.deepEqual(
      places.map(span => text.slice(span?.start, span?.end)),
      ["0", 'default "x"'],
    );
  });

  test("has a precedence without text where the number is missing", () =>
    assert.equal(mappingOf("a <- [b] match").attributeMappings[0]?.writtenPrecedence?.text, ""));
});

suite("The attributes of an object", () => {
  const enterprise = '"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"';

  test("are the catalogue's", () => {
    const { sourceAttributes, targetAttributes } = mappingOf(`target: ${enterprise}`);
    assert.equal(sourceAttributes.byName.get("accountEnabled")?.type, "Boolean");
    assert.equal(targetAttributes.byName.get("userName")?.required, true);
  });

  test("are the declared ones too, which win", () => {
    const declarations = `attributes target ${enterprise} { userName: Integer roles: String, multivalued, readOnly badge: Sting }`;
    const { byName } = mappingOf(`target: ${enterprise}`, declarations).targetAttributes;
    const facts = ["userName", "roles", "badge"].map(name => {
      const { type, multivalued, required, mutability } = byName.get(name) ?? assert.fail();
      return [type, multivalued, required, mutability];
    });
    assert.deepEqual(facts, [
      ["Integer", false, false, "ReadWrite"],
      ["String", true, false, "ReadOnly"],
      ["String", false, false, "ReadWrite"],
    ]);
  });

  test("are not known where neither catalogue nor file describe the object", () => {
    assert.deepEqual(mappingOf('target: "Badge"').targetAttributes, { known: false, byName: new Map() });
    const declared = mappingOf('target: "Badge"', 'attributes target "Badge" { serial: String }').targetAttributes;
    assert.deepEqual([declared.known, [...declared.byName.keys()]], [true, ["serial"]]);
  });
});

test("Properties stay as they were written, with the form of their values", () => {
  const { propertyBlocks } = read(
    'application "A" { scope: "all" authentication: bearer secret("x") } test "T" { user: { a: "b" } now: "x" }',
  );
  const written = propertyBlocks.map(({ block, name, properties }) => [
    block,
    name.text,
    properties.map(property => [property.name.text, ...property.values.map(({ form, text }) => `${form} ${text}`)]),
  ]);
  assert.deepEqual(written, [
    [
      "application",
      "A",
      [
        ["scope", "string all"],
        ["authentication", "word bearer", "secret x"],
      ],
    ],
    [
      "test",
      "T",
      [
        ["user", "structure "],
        ["now", "string x"],
      ],
    ],
  ]);
});

test("Any piece of a file has a meaning", () => {
  const sample = readFileSync(new URL("../../samples/contoso/servicenow.provmap", import.meta.url), "utf8");
  fc.assert(
    fc.property(fc.nat(sample.length), fc.nat(sample.length), (first, second) => {
      const piece = sample.slice(Math.min(first, second), Math.max(first, second));
      assert.ok(read(piece).mappings.every(({ span }) => span.end <= piece.length));
    }),
    { numRuns: 100, seed: 7 },
  );
});
