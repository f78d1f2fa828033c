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
  let names: ReadonlySet<string> | undefined;
  return fixes =>
    fixes.flatMap(fix => {
      if (fix.inJson || fix.edits.length === 0) return [fix];
      names ??= new Set(namesIn(mappings).map(({ span }) => keyOf(span)));
      const edits = inNames(fix.edits, names) ?? inExpression(fix.edits, mappings) ?? inStatements(fix.edits, mappings);
      return edits === undefined ? [] : [{ ...fix, edits }];
    });
}

function namesIn(mappings: readonly ObjectMapping[]): readonly Word[] {
  const attributeMappings = mappings.flatMap(mapping => mapping.attributeMappings);
  const clauses = mappings.flatMap(({ filters }) => filters.flatMap(filter => filter.clauses));
  return [
    ...mappings.flatMap(({ name, sourceObject, targetObject }) => [name, sourceObject, targetObject]),
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

/** Edits of whole names, which have no quotes of the `.provmap` language in JSON. */
function inNames(edits: readonly TextEdit[], names: ReadonlySet<string>): readonly TextEdit[] | undefined {
  if (!edits.every(({ span }) => names.has(keyOf(span)))) return undefined;
  return edits.map(({ span, text }) => ({ span, text: /^".*"$/s.test(text) ? unescaped(text.slice(1, -1)) : text }));
}

/** Edits of one expression, with those of the tree that the schema has of it. */
function inExpression(edits: readonly TextEdit[], mappings: readonly ObjectMapping[]): readonly TextEdit[] | undefined {
  for (const { attributeMappings } of mappings) {
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
