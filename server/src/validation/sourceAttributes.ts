import * as l10n from "@vscode/l10n";
import type { AttributeFact } from "../catalogue/attribute.ts";
import { type Expression, nameOf } from "../language/expression/tree.ts";
import { writeName } from "../language/provmap/writeName.ts";
import type { Word } from "../language/text.ts";
import type { AttributeSet, ObjectMapping } from "../model/configuration.ts";
import { nearestOf, offer } from "./didYouMean.ts";
import { changeTo, declare, howToDeclare } from "./fixes.ts";
import { isAlwaysThere } from "./mayLack.ts";
import { isMemberOf } from "./memberOf.ts";
import type { Report, Visitor } from "./rule.ts";

/** A source attribute as it is used, and how another name would be written in its place. */
export interface SourceAttributeUse {
  readonly name: Word;
  readonly write: (name: string) => string;
}

/**
 * Hands over every use of a source attribute whose object is known: in expressions and in the clauses of filters. One
 * that is still being typed, without its bracket or its operator, is passed over: a syntax problem tells of it.
 */
export function eachSourceAttribute(handle: (use: SourceAttributeUse, mapping: ObjectMapping) => void): Visitor {
  const ifKnown = (use: SourceAttributeUse, mapping: ObjectMapping) => {
    if (mapping.sourceAttributes.known) handle(use, mapping);
  };
  return {
    AttributeReference(node, { mapping }) {
      const name = nameOf(node);
      const isClosed = name.span.end < node.span.end;
      if (isClosed) ifKnown({ name, write: asItIs }, mapping);
    },
    Clause({ attribute, operator }, mapping) {
      const isWhole = operator.text !== "" && !isMemberOf(operator.text);
      if (isWhole) ifKnown({ name: attribute, write: writeName }, mapping);
    },
  };
}

function asItIs(name: string): string {
  return name;
}

/** The source attribute of this name in another letter case; none where the name itself is one. */
export function inAnotherCase(name: string, { sourceAttributes: { byName } }: ObjectMapping): string | undefined {
  if (byName.has(name)) return undefined;
  const lower = name.toLowerCase();
  for (const candidate of byName.keys()) {
    if (candidate.length === name.length && candidate.toLowerCase() === lower) return candidate;
  }
  return undefined;
}

/** Reports attributes that the source object does not have, each with the one that was meant, or how to declare it. */
export function unknownReporter(report: Report): (use: SourceAttributeUse, mapping: ObjectMapping) => void {
  const nearest = new Map<AttributeSet, (name: string) => string | undefined>();
  return ({ name, write }, mapping) => {
    const { sourceObject, sourceAttributes } = mapping;
    const find = nearest.get(sourceAttributes) ?? nearestOf(sourceAttributes.byName.keys());
    nearest.set(sourceAttributes, find);
    const meant = byGraphName(name.text, mapping) ?? find(name.text);
    const remedy = l10n.t`If it is an extension, ${howToDeclare("source", sourceObject.text, sourceAttributes)}.`;
    const fixes = meant === undefined ? [] : [changeTo(name.span, write(meant))];
    const message = l10n.t`${sourceObject.text} has no attribute '${name.text}'.` + offer(meant, remedy);
    report(name.span, message, ...fixes, declare("source", name.text, mapping));
  };
}

/** The attribute that Microsoft Graph calls so. */
function byGraphName(name: string, { sourceAttributes: { byName } }: ObjectMapping): string | undefined {
  for (const fact of byName.values()) if (fact.graphProperty === name) return fact.name;
  return undefined;
}

/** What is known of the attribute that a node reads; undefined for any other node, and for an attribute that nobody knows. */
export function factOf(node: Expression | undefined, { sourceAttributes }: ObjectMapping): AttributeFact | undefined {
  return node?.kind === "AttributeReference" ? sourceAttributes.byName.get(node.name) : undefined;
}

/** True for an attribute that an object may lack. */
export function mayBeAbsent(node: Expression | undefined, mapping: ObjectMapping): boolean {
  const fact = factOf(node, mapping);
  return fact !== undefined && !fact.required && !isAlwaysThere(fact.name, mapping);
}
