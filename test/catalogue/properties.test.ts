import assert from "node:assert/strict";
import { attributeTypes } from "../../server/src/catalogue/attribute.ts";
import {
  attributeFlagWords,
  attributeTypeWords,
  blockKeywords,
  expectedActions,
  findProperty,
  modifiers,
  properties,
} from "../../server/src/catalogue/properties.ts";

suite("catalogue: properties", () => {
  test("no block has a property twice", () => {
    const names = properties.map(fact => `${fact.block}.${fact.name}`);
    assert.equal(new Set(names).size, names.length);
  });

  test("a block knows its own properties only", () => {
    assert.equal(findProperty("application", "scope")?.default, "assigned");
    assert.equal(findProperty("mapping", "scope"), undefined);
    assert.equal(findProperty("test", "mapping")?.kind, "text");
  });

  test("a default is made of the property's words where it has words", () => {
    for (const fact of properties) {
      for (const word of fact.default?.split(", ") ?? [])
        assert.ok(fact.words?.includes(word), `${fact.name}: ${word}`);
    }
  });

  test("every attribute type has its word", () => {
    assert.deepEqual(
      attributeTypeWords.map(({ word }) => word),
      attributeTypes,
    );
  });

  test("everything is described in sentences", () => {
    const facts = [
      ...properties,
      ...blockKeywords,
      ...modifiers,
      ...expectedActions,
      ...attributeTypeWords,
      ...attributeFlagWords,
    ];
    for (const { description } of facts) assert.match(description, /^[A-Z].*\.$/);
  });
});
