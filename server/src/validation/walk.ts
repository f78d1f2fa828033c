import { children, type Expression } from "../language/expression/tree.ts";
import type { Configuration, ObjectMapping } from "../model/configuration.ts";
import { findMapping } from "../model/findMapping.ts";
import { calledFunction } from "./calls.ts";
import type { CallHandler, Scope, Visitor } from "./rule.ts";

/** Shows nodes to every visitor that has a handler for them, an outer node before those inside it. */
export interface Walker {
  /** Every node of a configuration but its object mappings and what they hold. */
  readonly outside: (configuration: Configuration) => void;
  /** An object mapping and every node in it. */
  readonly inside: (mapping: ObjectMapping) => void;
}

/** A walker for these visitors. */
export function walker(visitors: readonly Visitor[]): Walker {
  const handlers = handlersOf(visitors);
  return {
    outside: configuration => walkOutside(configuration, handlers),
    inside: mapping => walkMapping(mapping, handlers),
  };
}

/** Shows every node of a configuration. */
export function walk(configuration: Configuration, visitors: readonly Visitor[]): void {
  const { outside, inside } = walker(visitors);
  outside(configuration);
  for (const mapping of configuration.mappings) inside(mapping);
}

function walkOutside(configuration: Configuration, handlers: Handlers): void {
  const { application, declarations, mappings, propertyBlocks, schema, suppressions, tests } = configuration;
  for (const handle of handlers.of("Configuration")) handle(configuration);
  for (const suppression of suppressions) for (const handle of handlers.of("Suppression")) handle(suppression);
  for (const block of propertyBlocks) for (const handle of handlers.of("PropertyBlock")) handle(block);
  if (schema !== undefined) for (const handle of handlers.of("Schema")) handle(schema);
  if (application !== undefined) for (const handle of handlers.of("Application")) handle(application);
  for (const declaration of declarations) for (const handle of handlers.of("ObjectDeclaration")) handle(declaration);
  for (const test of tests) {
    const tested = findMapping(test.mapping?.text, test.subjects[0]?.objectType, mappings);
    for (const handle of handlers.of("MappingTest")) handle(test, tested);
  }
}

/** The handlers of all visitors: for one kind of node, and for the calls of one built-in. Most visitors have none. */
interface Handlers {
  readonly of: <K extends Exclude<keyof Visitor, "calls">>(kind: K) => readonly NonNullable<Visitor[K]>[];
  readonly ofCall: (name: string | undefined) => readonly CallHandler[];
}

function handlersOf(visitors: readonly Visitor[]): Handlers {
  return {
    of: collected(kind => visitors.flatMap(visitor => visitor[kind] ?? [])) as Handlers["of"],
    ofCall: collected(name =>
      visitors.flatMap(({ Call, calls }) => [Call ?? [], (name && calls?.[name]) || []].flat()),
    ),
  };
}

/** Collects what belongs to a key when it is first asked for. */
function collected<K, V>(collect: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const value = known.get(key) ?? collect(key);
    known.set(key, value);
    return value;
  };
}

function walkMapping(mapping: ObjectMapping, handlers: Handlers): void {
  for (const handle of handlers.of("ObjectMapping")) handle(mapping);
  for (const filter of mapping.filters) {
    for (const handle of handlers.of("ScopingFilter")) handle(filter, mapping);
    for (const clause of filter.clauses) for (const handle of handlers.of("Clause")) handle(clause, mapping);
  }
  for (const attributeMapping of mapping.attributeMappings) {
    for (const handle of handlers.of("AttributeMapping")) handle(attributeMapping, mapping);
    const { source } = attributeMapping;
    if ("expression" in source) {
      walkExpression(source.expression, { mapping, attributeMapping, ancestors: [] }, handlers);
    }
  }
}

function walkExpression(node: Expression, scope: Scope, handlers: Handlers): void {
  for (const handle of handlersFor(node, handlers)) handle(node, scope);
  const inside = children(node);
  if (inside.length === 0) return;
  const inner = { ...scope, ancestors: [...scope.ancestors, node] };
  for (const child of inside) walkExpression(child, inner, handlers);
}

/** The handlers of a node's kind take that kind, which the compiler cannot see through the index. */
function handlersFor(node: Expression, { of, ofCall }: Handlers) {
  const found = node.kind === "Call" ? ofCall(calledFunction(node)?.name) : of(node.kind);
  return found as readonly ((node: Expression, scope: Scope) => void)[];
}
