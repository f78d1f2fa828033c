import { findObject } from "../../catalogue/index.ts";
import { quote } from "../../language/expression/print.ts";
import type { AttributeDefinition, ObjectDefinition, SynchronizationSchema } from "../../language/graph/tree.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import { readDeclaration } from "../readDeclaration.ts";
import { findDefinition } from "./attributeSets.ts";
import { type AttributeSaying, sayingOfDeclaration, sayingOfDefinition, sayingOfFact } from "./saying.ts";
import { onlyBlock } from "./writeStatement.ts";

/** An object of one side of a schema's rules, and its definitions: one for each directory that rules have on that side. */
export interface UsedObject {
  readonly side: "source" | "target";
  readonly object: string;
  readonly definitions: readonly ObjectDefinition[];
}

/** The objects that the mappings of a schema name and its directories define, each once for each side. */
export function usedObjects(schema: SynchronizationSchema): readonly UsedObject[] {
  const found = new Map<string, UsedObject>();
  for (const rule of schema.rules) {
    for (const mapping of rule.objectMappings) {
      const sides = [
        ["source", rule.sourceDirectoryName?.text, mapping.sourceObjectName?.text],
        ["target", rule.targetDirectoryName?.text, mapping.targetObjectName?.text],
      ] as const;
      for (const [side, directory, object] of sides) {
        const definition = object === undefined ? undefined : findDefinition(schema, directory, object);
        if (object === undefined || definition === undefined) continue;
        const definitions = found.get(`${side} ${object}`)?.definitions ?? [];
        if (definitions.includes(definition)) continue;
        found.set(`${side} ${object}`, { side, object, definitions: [...definitions, definition] });
      }
    }
  }
  return [...found.values()];
}

/** An `attributes` block, and the definition of each of its attributes. */
export interface WrittenDeclarations {
  readonly text: string;
  readonly definitions: readonly AttributeDefinition[];
}

/** The block of what the catalogue does not know of an object, or knows otherwise; undefined where it knows all. */
export function writeDeclarations({ side, object, definitions }: UsedObject): WrittenDeclarations | undefined {
  const catalogued = new Map((findObject(side, object)?.attributes ?? []).map(fact => [fact.name, fact]));
  const lines = new Map<string, { readonly text: string; readonly definition: AttributeDefinition }>();
  for (const attribute of definitions.flatMap(({ attributes }) => attributes)) {
    const name = attribute.name?.text ?? "";
    const said = sayingOfDefinition(attribute);
    const known = catalogued.get(name);
    if (lines.has(name) || (known && isSame(said, sayingOfFact(known, said.anchor)))) continue;
    const text = writeDeclaration(name, said);
    if (text !== undefined) lines.set(name, { text, definition: attribute });
  }
  if (lines.size === 0 || /[\r\n]/.test(object)) return undefined;
  const written = [...lines.values()];
  const head = `attributes ${side} ${quote(object)}`;
  return {
    text: `${head} {\n${written.map(({ text }) => text).join("\n")}\n}`,
    definitions: written.map(line => line.definition),
  };
}

/** The line that says this of an attribute; undefined where the language has no words for it. */
export function writeDeclaration(name: string, said: AttributeSaying): string | undefined {
  const flags = flagWords.filter(flag => said[flag]);
  const references = said.references.length === 0 ? [] : [`references ${said.references.map(quote).join(", ")}`];
  const line = `${writeName(name)}: ${[said.type, ...flags, ...references].join(", ")}`;
  const block = onlyBlock(`attributes target "object" {\n${line}\n}`, "AttributesBlock");
  const [read, ...others] = block === undefined ? [] : readDeclaration(block).attributes;
  const isSaid = read?.name.text === name && others.length === 0 && isSame(sayingOfDeclaration(read), said);
  return name !== "" && isSaid ? line : undefined;
}

const flagWords = ["multivalued", "required", "caseExact", "anchor", "readOnly", "immutable"] as const;

/** Whether the same is said twice. */
export function isSame(first: AttributeSaying, second: AttributeSaying): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}
