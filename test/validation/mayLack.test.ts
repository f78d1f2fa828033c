import assert from "node:assert/strict";
import { createDocument } from "../../server/src/model/document.ts";
import { isAlwaysThere, mayLack } from "../../server/src/validation/mayLack.ts";
import { attributeDefinition } from "../harness/graphSchemas.ts";

/** A schema whose source directory requires nothing, as those that Entra exports do. */
const schema = JSON.stringify({
  synchronizationRules: [
    {
      sourceDirectoryName: "Entra",
      objectMappings: [{ sourceObjectName: "User", targetObjectName: "User", attributeMappings: [] }],
    },
  ],
  directories: [
    {
      name: "Entra",
      objects: [{ name: "User", attributes: ["mail", "objectId", "badge"].map(name => attributeDefinition(name)) }],
    },
  ],
});

const texts = {
  "a .provmap": 'mapping "M" { source: User } attributes source User { badge: String }',
  "a schema": schema,
};

for (const [name, text] of Object.entries(texts)) {
  suite(`What a user may lack in ${name}`, () => {
    const [mapping = assert.fail()] = createDocument("file:///a", 1, text).configuration.mappings;
    const rows: readonly (readonly [attribute: string, mayLack: boolean, isAlwaysThere: boolean])[] = [
      ["mail", true, false],
      ["objectId", false, true],
      ["badge", false, false],
      ["nothing", false, false],
    ];
    for (const [attribute, lacks, always] of rows) {
      test(attribute, () =>
        assert.deepEqual([mayLack(attribute, mapping), isAlwaysThere(attribute, mapping)], [lacks, always]),
      );
    }
  });
}
