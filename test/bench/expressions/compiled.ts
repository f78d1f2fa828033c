import type { CompiledExpression } from "../../../server/src/engine/expression/compile.ts";
import { compileMapping } from "../../../server/src/engine/flow/compiledMapping.ts";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../../server/src/model/readProvmap.ts";
import { entraText } from "./entraText.ts";
import type { Mapping } from "./mappings.ts";

/** The expressions of attribute mappings, compiled as those of a file are. */
export function compiled(mappings: readonly Mapping[]): readonly CompiledExpression[] {
  const statements = mappings.map((each, index) => `  attribute${index} <- ${entraText(each)}`);
  const text = ['mapping "Users" {', ...statements, "}"].join("\n");
  const [mapping] = readProvmap(parseProvmap(text).file).mappings;
  if (mapping === undefined) throw new Error("There is no mapping.");
  return compileMapping(mapping, text).flatMap(({ expression }) => expression ?? []);
}
