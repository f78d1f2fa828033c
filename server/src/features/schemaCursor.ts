import { pathTo } from "../language/expression/tree.ts";
import type { SynchronizationSchema } from "../language/graph/tree.ts";
import { touches, type Word } from "../language/text.ts";
import type { AttributeMapping, Clause, Configuration, ObjectMapping } from "../model/configuration.ts";
import {
  attributeType,
  type Enumeration,
  flowBehavior,
  flowType,
  flowTypes,
  mutability,
  sourceType,
} from "../model/graph/enumerations.ts";
import type { Cursor, SchemaName } from "./cursor.ts";

/** Where a cursor is in a Graph schema: in an expression, or in a string that names something; undefined anywhere else. */
export function schemaCursorAt({ mappings, schema }: Configuration, offset: number): Cursor | undefined {
  const at = (word: Word | undefined): word is Word => word !== undefined && touches(word.span, offset);
  const mapping = mappings.find(({ span }) => touches(span, offset));
  if (schema === undefined) return undefined;
  if (mapping !== undefined) return inMapping(mapping, schema, offset, at);
  return directoryName(schema, at) ?? inDirectories(schema, at);
}

type At = (word: Word | undefined) => word is Word;

function inMapping(mapping: ObjectMapping, schema: SynchronizationSchema, offset: number, at: At): Cursor | undefined {
  const { flowTypes: actions, sourceObjectName, targetObjectName } = mapping.inSchema?.node ?? {};
  if (at(actions)) return { kind: "SchemaName", name: wordIn(actions, offset), of: enumerated(flowTypes) };
  const rule = schema.rules.find(({ span }) => touches(span, offset));
  if (at(sourceObjectName)) return objectName(schema, rule?.sourceDirectoryName, sourceObjectName);
  if (at(targetObjectName)) return objectName(schema, rule?.targetDirectoryName, targetObjectName);
  const attributeMapping = mapping.attributeMappings.find(({ span }) => touches(span, offset));
  if (attributeMapping !== undefined) return inAttributeMapping(attributeMapping, mapping, offset, at);
  const clauses = mapping.filters.flatMap(filter => filter.clauses);
  const clause = clauses.find(({ span }) => touches(span, offset));
  return clause && inClause(clause, mapping, at);
}

function inAttributeMapping(
  { source, inSchema }: AttributeMapping,
  mapping: ObjectMapping,
  offset: number,
  at: At,
): Cursor | undefined {
  if (inSchema === undefined) return undefined;
  const { targetAttributeName, source: sourceNode, ...node } = inSchema.node;
  const { expression, type } = sourceNode ?? {};
  if (at(expression)) {
    const path = "expression" in source ? pathTo(source.expression, Math.min(offset, source.expression.span.end)) : [];
    return { kind: "Source", mapping, start: expression.span.start, path };
  }
  if (at(targetAttributeName)) {
    return { kind: "SchemaName", name: targetAttributeName, of: { kind: "targetAttribute", mapping } };
  }
  const enumerations = [
    [node.flowType, flowType],
    [node.flowBehavior, flowBehavior],
    [type, sourceType],
  ] as const;
  return enumeratedAt(enumerations, at);
}

function inClause({ attribute, operator }: Clause, mapping: ObjectMapping, at: At): SchemaName | undefined {
  const { text } = attribute;
  if (at(attribute)) return { kind: "SchemaName", name: attribute, of: { kind: "sourceAttribute", mapping } };
  if (!at(operator)) return undefined;
  return { kind: "SchemaName", name: operator, of: { kind: "operator", mapping, attribute: text } };
}

function inDirectories({ directories }: SynchronizationSchema, at: At): SchemaName | undefined {
  for (const { objects } of directories) {
    for (const { attributes } of objects) {
      for (const attribute of attributes) {
        const found = enumeratedAt(
          [
            [attribute.type, attributeType],
            [attribute.mutability, mutability],
          ],
          at,
        );
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

/** A rule names the two directories between which it synchronizes. */
function directoryName({ rules, directories }: SynchronizationSchema, at: At): SchemaName | undefined {
  const named = rules.flatMap(({ sourceDirectoryName, targetDirectoryName }) => [
    sourceDirectoryName,
    targetDirectoryName,
  ]);
  const name = named.find(at);
  return name && { kind: "SchemaName", name, of: { kind: "directory", names: namesOf(directories) } };
}

/** The objects of the rule's directory, or of all where the schema does not define it. */
function objectName({ directories }: SynchronizationSchema, directory: Word | undefined, name: Word): SchemaName {
  const defined = directories.filter(each => each.name?.text === directory?.text);
  const names = namesOf((defined.length > 0 ? defined : directories).flatMap(({ objects }) => objects));
  return { kind: "SchemaName", name, of: { kind: "object", names } };
}

function namesOf(named: readonly { readonly name: Word | undefined }[]): readonly string[] {
  return [...new Set(named.flatMap(({ name }) => name?.text ?? []))];
}

function enumeratedAt(places: readonly (readonly [Word | undefined, Enumeration])[], at: At): SchemaName | undefined {
  for (const [name, enumeration] of places) {
    if (at(name)) return { kind: "SchemaName", name, of: enumerated(enumeration) };
  }
  return undefined;
}

function enumerated(enumeration: Enumeration): SchemaName["of"] {
  return { kind: "enumeration", enumeration };
}

/** The word of a list with commas that an offset touches. */
function wordIn({ text, span }: Word, offset: number): Word {
  const at = offset - span.start;
  const before = /[^,\s]*$/.exec(text.slice(0, at))?.[0] ?? "";
  const behind = /^[^,\s]*/.exec(text.slice(at))?.[0] ?? "";
  const start = offset - before.length;
  return { text: before + behind, span: { start, end: offset + behind.length } };
}
