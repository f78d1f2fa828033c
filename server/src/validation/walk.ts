import { children, type Expression } from "../language/expression/tree.ts";
import type { Configuration, ObjectMapping } from "../model/configuration.ts";
import { findMapping } from "../model/findMapping.ts";
import type { Scope, Visitor } from "./rule.ts";

/** Shows every node of a configuration to every visitor that has a handler for it, an outer node before those inside it. */
export function walk(configuration: Configuration, visitors: readonly Visitor[]): void {
  const handlers = handlersOf(visitors);
  const { application, declarations, mappings, propertyBlocks, schema, suppressions, tests } = configuration;
  for (const suppression of suppressions) for (const handle of handlers("Suppression")) handle(suppression);
  for (const block of propertyBlocks) for (const handle of handlers("PropertyBlock")) handle(block);
  if (schema !== undefined) for (const handle of handlers("Schema")) handle(schema);
  if (application !== undefined) for (const handle of handlers("Application")) handle(application);
  for (const declaration of declarations) for (const handle of handlers("ObjectDeclaration")) handle(declaration);
  for (const mapping of mappings) walkMapping(mapping, handlers);
  for (const test of tests) {
    const tested = findMapping(test.mapping?.text, test.subjects[0]?.objectType, mappings);
    for (const handle of handlers("MappingTest")) handle(test, tested);
  }
}

type Handlers = <K extends keyof Visitor>(kind: K) => readonly NonNullable<Visitor[K]>[];

/** The handlers of all visitors for one kind of node: most visitors have none. */
function handlersOf(visitors: readonly Visitor[]): Handlers {
  const byKind = new Map<keyof Visitor, readonly unknown[]>();
  return <K extends keyof Visitor>(kind: K) => {
    const known = byKind.get(kind) ?? visitors.flatMap(visitor => visitor[kind] ?? []);
    byKind.set(kind, known);
    return known as readonly NonNullable<Visitor[K]>[];
  };
}

function walkMapping(mapping: ObjectMapping, handlers: Handlers): void {
  for (const handle of handlers("ObjectMapping")) handle(mapping);
  for (const filter of mapping.filters) {
    for (const handle of handlers("ScopingFilter")) handle(filter, mapping);
    for (const clause of filter.clauses) for (const handle of handlers("Clause")) handle(clause, mapping);
  }
  for (const attributeMapping of mapping.attributeMappings) {
    for (const handle of handlers("AttributeMapping")) handle(attributeMapping, mapping);
    const { source } = attributeMapping;
    if ("expression" in source) {
      walkExpression(source.expression, { mapping, attributeMapping, ancestors: [] }, handlers);
    }
  }
}

/** The handlers of a node's kind take that kind, which the compiler cannot see through the index. */
function walkExpression(node: Expression, scope: Scope, handlers: Handlers): void {
  for (const handle of handlers(node.kind) as readonly ((node: Expression, scope: Scope) => void)[]) {
    handle(node, scope);
  }
  const inside = children(node);
  if (inside.length === 0) return;
  const inner = { ...scope, ancestors: [...scope.ancestors, node] };
  for (const child of inside) walkExpression(child, inner, handlers);
}
