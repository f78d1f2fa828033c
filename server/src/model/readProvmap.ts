import type { Block, ProvmapFile } from "../language/provmap/tree.ts";
import type { Configuration, PropertyBlock } from "./configuration.ts";
import { readApplication } from "./readApplication.ts";
import { readDeclaration } from "./readDeclaration.ts";
import { readMapping } from "./readMapping.ts";
import { readSuppressions } from "./readSuppressions.ts";
import { readTest } from "./readTest.ts";
import { writtenEntries, writtenProperties } from "./writtenProperties.ts";

/** The meaning of a `.provmap` file. Total: a half-typed file gives as much as it says, and what it does not say has its default. */
export function readProvmap(file: ProvmapFile): Configuration {
  const declarations = blocks(file, "AttributesBlock").map(readDeclaration);
  const application = blocks(file, "ApplicationBlock").map(readApplication).at(0);
  return {
    ...(application && { application }),
    ...(application?.template && { template: application.template.text }),
    mappings: blocks(file, "MappingBlock").map(block => readMapping(block, declarations)),
    declarations,
    tests: blocks(file, "TestBlock").map(readTest),
    propertyBlocks: file.blocks.flatMap(propertyBlock),
    suppressions: readSuppressions(file),
  };
}

function blocks<K extends Block["kind"]>(file: ProvmapFile, kind: K): Extract<Block, { kind: K }>[] {
  return file.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}

function propertyBlock(block: Block): PropertyBlock[] {
  switch (block.kind) {
    case "ApplicationBlock":
      return [{ block: "application", name: block.name, properties: writtenProperties(block.properties) }];
    case "MappingBlock":
      return [{ block: "mapping", name: block.name, properties: writtenProperties(block.members) }];
    case "TestBlock":
      return [{ block: "test", name: block.name, properties: writtenEntries(block.entries) }];
    case "AttributesBlock":
      return [];
  }
}
