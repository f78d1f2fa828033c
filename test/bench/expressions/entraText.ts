import { quote } from "../../../server/src/language/expression/print.ts";
import type { Mapping } from "./mappings.ts";

/** A mapping in Entra's language. */
export function entraText(mapping: Mapping): string {
  switch (mapping.kind) {
    case "attribute":
      return `[${mapping.attribute}]`;
    case "switch":
      return `Switch(ToLower([${mapping.attribute}]), ${[mapping.otherwise, ...mapping.cases.flat()].map(quote).join(", ")})`;
    case "join": {
      const parts = mapping.attributes.map(attribute => `NormalizeDiacritics([${attribute}])`);
      return `Join(${quote(mapping.separator)}, ${parts.join(", ")})`;
    }
    case "replace":
      return `Replace([${mapping.attribute}], , ${[mapping.pattern, mapping.group, mapping.replacement].map(quote).join(", ")}, , )`;
    case "iif":
      return `IIF([${mapping.attribute}] = ${quote(mapping.equals)}, [${mapping.chosen}], [${mapping.otherwise}])`;
  }
}
