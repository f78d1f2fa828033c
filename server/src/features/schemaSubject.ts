import { findOperator } from "../catalogue/operators.ts";
import { touches } from "../language/text.ts";
import type { AttributeSet, Configuration } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { SchemaName } from "./cursor.ts";
import { cursorAt } from "./cursorAt.ts";
import { attributeSubject, expressionSubject } from "./expressionSubject.ts";
import type { Subject } from "./subject.ts";
import { objectSubject } from "./valueSubject.ts";

/** What the word under the cursor stands for in a schema: in an expression, a clause, a name, or the definition of an attribute. */
export function schemaSubject(document: ProvmapDocument, offset: number): Subject | undefined {
  const cursor = cursorAt(document, offset);
  if (cursor.kind === "Source") return expressionSubject(cursor.path, cursor.mapping, offset);
  if (cursor.kind === "SchemaName") return nameSubject(cursor, document.configuration);
  return definitionSubject(document.configuration, offset);
}

function nameSubject({ name, of }: SchemaName, { mappings }: Configuration): Subject | undefined {
  switch (of.kind) {
    case "sourceAttribute":
      return attributeSubject(of.mapping.sourceAttributes, name.text, name.span);
    case "targetAttribute":
      return attributeSubject(of.mapping.targetAttributes, name.text, name.span);
    case "operator": {
      const fact = findOperator(name.text);
      return fact && { kind: "Operator", fact, span: name.span };
    }
    case "object": {
      const mapping = mappings.find(({ span }) => touches(span, name.span.start));
      const isSource = mapping?.sourceObject.span.start === name.span.start;
      return objectSubject(name, isSource ? mapping.sourceAttributes : mapping?.targetAttributes);
    }
    default:
      return undefined;
  }
}

/** An attribute where a directory defines it. */
function definitionSubject({ mappings }: Configuration, offset: number): Subject | undefined {
  const sets: readonly AttributeSet[] = mappings.flatMap(each => [each.sourceAttributes, each.targetAttributes]);
  const set = sets.find(({ inSchema }) => inSchema !== undefined && touches(inSchema.node.span, offset));
  const names = set?.inSchema?.node.attributes.flatMap(({ name }) => name ?? []) ?? [];
  const name = names.find(({ span }) => touches(span, offset));
  return name && attributeSubject(set, name.text, name.span);
}
