import { unescaped } from "../language/expression/literals.ts";
import { parseExpression } from "../language/expression/parse.ts";
import type { Span, Word } from "../language/text.ts";
import type { AttributeMapping, Configuration, ObjectMapping } from "../model/configuration.ts";
import { regenerated } from "../model/graph/regenerate.ts";
import type { Fix, TextEdit } from "./rule.ts";
import { schemaEdits } from "./schemaEdits.ts";

/**
 * Which fixes can be applied to a text, and how. In a Graph schema those hold that change its JSON, those inside an
 * expression, which change its parameters too, those that put one name in the place of another, and of what is written in
 * the `.provmap` language that which can be said in JSON as well.
 */
export function fixesThatHold(configuration: Configuration): (fixes: readonly Fix[]) => readonly Fix[] {
  const { mappings, schema } = configuration;
  if (schema === undefined) return fixes => fixes;
  const names = new Map<ObjectMapping, ReadonlySet<string>>();
  const isName = ({ span }: TextEdit) =>
    mappings.some(mapping => {
      if (!holds(mapping.span, span)) return false;
      const known = names.get(mapping) ?? new Set(namesIn(mapping).map(name => keyOf(name.span)));
      names.set(mapping, known);
      return known.has(keyOf(span));
    });
  return fixes =>
    fixes.flatMap(fix => {
      if (fix.inJson || fix.edits.length === 0) return [fix];
      const edits = fix.edits.every(isName)
        ? fix.edits.map(withoutQuotes)
        : (inExpression(fix.edits, mappings) ?? inStatements(fix.edits, mappings));
      return edits === undefined ? [] : [{ ...fix, edits }];
    });
}

function namesIn({ name, sourceObject, targetObject, attributeMappings, filters }: ObjectMapping): readonly Word[] {
  const clauses = filters.flatMap(filter => filter.clauses);
  return [
    name,
    sourceObject,
    targetObject,
    ...attributeMappings.map(({ target }) => target),
    ...clauses.flatMap(({ attribute, operator, value }) =>
      value ? [attribute, operator, value] : [attribute, operator],
    ),
  ];
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

/** Edits of whole statements, done in JSON. */
function inStatements(edits: readonly TextEdit[], mappings: readonly ObjectMapping[]): readonly TextEdit[] | undefined {
  const done = edits.map(edit => schemaEdits(edit, mappings));
  return done.some(part => part === undefined) ? undefined : done.flatMap(part => part ?? []);
}

/** The edit of a whole name, which has no quotes of the `.provmap` language in JSON. */
function withoutQuotes({ span, text }: TextEdit): TextEdit {
  return { span, text: /^".*"$/s.test(text) ? unescaped(text.slice(1, -1)) : text };
}

/** Edits of one expression, with those of the tree that the schema has of it. */
function inExpression(edits: readonly TextEdit[], mappings: readonly ObjectMapping[]): readonly TextEdit[] | undefined {
  for (const { span: whole, attributeMappings } of mappings) {
    if (!edits.every(({ span }) => holds(whole, span))) continue;
    for (const mapping of attributeMappings) {
      const expression = expressionOf(mapping);
      if (expression === undefined || !edits.every(({ span }) => holds(expression.span, span))) continue;
      const { text, span } = expression;
      const parsed = parseExpression(edited(text, span.start, edits));
      const { json, node } = mapping.inSchema ?? {};
      if (json === undefined || node?.source === undefined || parsed.problems.length > 0) return edits;
      return [...edits, ...regenerated(json, node.source, parsed.expression)];
    }
  }
  return undefined;
}

function expressionOf({ inSchema }: AttributeMapping): Word | undefined {
  return inSchema?.node.source?.expression;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A text that begins at an offset, after edits. */
function edited(text: string, start: number, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((first, second) => second.span.start - first.span.start)
    .reduce(
      (result, { span, text: replacement }) =>
        result.slice(0, span.start - start) + replacement + result.slice(span.end - start),
      text,
    );
}
