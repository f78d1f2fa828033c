import assert from "node:assert/strict";
import * as z from "zod/mini";
import schema from "../../client/media/mapwright.schema.json" with { type: "json" };
import { configurationSchema } from "../../server/src/connectors/workspace/configuration.ts";

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: boolean | Shape;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly description?: string;
  readonly enumDescriptions?: readonly string[];
  readonly $ref?: string;
}

const root: Shape = schema;
const definitions: Readonly<Record<string, Shape>> = schema.definitions;

/** What a schema says about members and words, without its prose. */
function members(shape: Shape): unknown {
  if (shape.$ref !== undefined) return members(definitions[shape.$ref.replace("#/definitions/", "")] ?? {});
  if (shape.enum !== undefined) return shape.enum;
  if (shape.type !== "object") return shape.type;
  const { additionalProperties: others, properties = {}, required = [] } = shape;
  return {
    members: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, members(member)])),
    required,
    others: typeof others === "object" ? members(others) : others,
  };
}

suite("the JSON Schema of mapwright.json", () => {
  test("describes the members that the reader accepts, and no others", () => {
    assert.deepEqual(members(root), members(z.toJSONSchema(configurationSchema) as Shape));
  });

  for (const [name, shape] of Object.entries({ root, ...definitions })) {
    test(`${name}: every member is described, or its words are`, () => {
      for (const [member, facts] of Object.entries(shape.properties ?? {})) {
        assert.ok(facts.description ?? facts.enumDescriptions ?? facts.$ref, member);
      }
    });
  }
});
