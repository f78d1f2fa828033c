import { touches } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { testedMapping } from "./testedMapping.ts";

/** The name of the mapping that the cursor is in, or that the test there runs; undefined anywhere else. */
export function mappingAt({ configuration: { mappings }, file }: ProvmapDocument, offset: number): string | undefined {
  const block = file.blocks.find(({ span }) => touches(span, offset));
  const mapping =
    block?.kind === "TestBlock" ? testedMapping(mappings, block) : mappings.find(({ span }) => touches(span, offset));
  return mapping?.name.text;
}
