import { children, type Expression } from "../language/expression/tree.ts";
import type { AttributeMapping, Configuration, ObjectMapping } from "../model/configuration.ts";
import { findMapping } from "../model/findMapping.ts";
import type { Scope, Visitor } from "./rule.ts";

/** Shows every node of a configuration to every visitor, an outer node before those inside it. */
export function walk(configuration: Configuration, visitors: readonly Visitor[]): void {
  const { application, declarations, mappings, propertyBlocks, suppressions, tests } = configuration;
  for (const suppression of suppressions) for (const visitor of visitors) visitor.Suppression?.(suppression);
  for (const block of propertyBlocks) for (const visitor of visitors) visitor.PropertyBlock?.(block);
  if (application !== undefined) for (const visitor of visitors) visitor.Application?.(application);
  for (const declaration of declarations) for (const visitor of visitors) visitor.ObjectDeclaration?.(declaration);
  for (const mapping of mappings) walkMapping(mapping, visitors);
  for (const test of tests) {
    const tested = findMapping(test.mapping?.text, test.subjects[0]?.objectType, mappings);
    for (const visitor of visitors) visitor.MappingTest?.(test, tested);
  }
}

function walkMapping(mapping: ObjectMapping, visitors: readonly Visitor[]): void {
  for (const visitor of visitors) visitor.ObjectMapping?.(mapping);
  for (const filter of mapping.filters) {
    for (const visitor of visitors) visitor.ScopingFilter?.(filter, mapping);
    for (const clause of filter.clauses) for (const visitor of visitors) visitor.Clause?.(clause, mapping);
  }
  for (const attributeMapping of mapping.attributeMappings) walkAttributeMapping(attributeMapping, mapping, visitors);
}

function walkAttributeMapping(
  attributeMapping: AttributeMapping,
  mapping: ObjectMapping,
  visitors: readonly Visitor[],
): void {
  for (const visitor of visitors) visitor.AttributeMapping?.(attributeMapping, mapping);
  const { source } = attributeMapping;
  if ("expression" in source) {
    walkExpression(source.expression, { mapping, attributeMapping, ancestors: [] }, visitors);
  }
}

function walkExpression(node: Expression, scope: Scope, visitors: readonly Visitor[]): void {
  for (const visitor of visitors) handlerOf(visitor, node)?.(node, scope);
  const inner = { ...scope, ancestors: [...scope.ancestors, node] };
  for (const child of children(node)) walkExpression(child, inner, visitors);
}

/** The handler of a node's kind takes that kind, which the compiler cannot see through the index. */
function handlerOf(visitor: Visitor, node: Expression): ((node: Expression, scope: Scope) => void) | undefined {
  return visitor[node.kind] as ((node: Expression, scope: Scope) => void) | undefined;
}
