import type { AttributeFact } from "../../catalogue/attribute.ts";
import { findOperator } from "../../catalogue/operators.ts";
import { printExpression } from "../../language/expression/print.ts";
import type { AttributeDefinition } from "../../language/graph/tree.ts";
import type { AttributeMapping, Clause, DeclaredAttribute, FlowType, MappingSource } from "../configuration.ts";
import { definedFact } from "./attributeSets.ts";

/** What an attribute mapping says, as one text: two that say the same have the same. */
export function sayingOfMapping(mapping: AttributeMapping): string {
  const { target, source, matchingPrecedence, defaultValue, flowType, flowBehavior } = mapping;
  return JSON.stringify([
    target.text,
    sayingOfSource(source),
    matchingPrecedence ?? 0,
    defaultValue ?? null,
    sayingOfFlowType(flowType),
    flowBehavior,
  ]);
}

/** What a `.provmap` file can say of a flow type: it has no words for the last two of Graph's, and says nothing of them. */
export function sayingOfFlowType(flowType: FlowType): FlowType {
  return flowType === "ValueAddOnly" || flowType === "AttributeAddOnly" ? "Always" : flowType;
}

/** What a source says: its expression, canonically printed, or `none`. */
export function sayingOfSource(source: MappingSource): string {
  return "expression" in source ? printExpression(source.expression) : source.kind === "None" ? "none" : "";
}

/** What a clause says. Spellings of one operator say the same. */
export function sayingOfClause({ attribute, operator, value }: Clause): string {
  return JSON.stringify([attribute.text, operatorName(operator.text), value?.text ?? null]);
}

/** The name under which Graph knows an operator; the text itself where it is none that is known. */
export function operatorName(text: string): string {
  return findOperator(text)?.name ?? text;
}

/** What a `.provmap` file can say of an attribute. */
export interface AttributeSaying {
  readonly type: string;
  readonly multivalued: boolean;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly anchor: boolean;
  readonly readOnly: boolean;
  readonly immutable: boolean;
  readonly references: readonly string[];
}

/** What is said of an attribute by the facts about it; whether it is the anchor is none of them. */
export function sayingOfFact(fact: AttributeFact, anchor: boolean): AttributeSaying {
  return {
    type: fact.type,
    multivalued: fact.multivalued,
    required: fact.required === true,
    caseExact: fact.caseExact === true,
    anchor,
    readOnly: fact.mutability === "ReadOnly",
    immutable: fact.mutability === "Immutable",
    references: fact.references ?? [],
  };
}

/** What a declaration says. */
export function sayingOfDeclaration({ fact, flags }: DeclaredAttribute): AttributeSaying {
  return sayingOfFact(
    fact,
    flags.some(({ text }) => text === "anchor"),
  );
}

/** What a definition in a directory says. */
export function sayingOfDefinition(definition: AttributeDefinition): AttributeSaying {
  return sayingOfFact(definedFact(definition.name?.text ?? "", definition), definition.anchor);
}
