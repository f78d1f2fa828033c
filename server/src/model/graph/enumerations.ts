import type { AttributeMapping, FlowType, TargetObjectActions } from "../configuration.ts";

/** The words of a Graph enumeration, spelt as Graph accepts them when a schema is saved. */
export interface Enumeration {
  readonly member: string;
  readonly words: readonly string[];
  /** Several words, with commas between them. */
  readonly multiple?: true;
  /** The resource page that lists them. */
  readonly source: string;
}

const resources = "https://learn.microsoft.com/graph/api/resources";

/** Graph `objectFlowTypes`. */
export const flowTypes: Enumeration = {
  member: "flowTypes",
  words: ["None", "Add", "Update", "Delete"],
  multiple: true,
  source: `${resources}/synchronization-objectmapping`,
};

/** Graph `attributeFlowType`. */
export const flowType: Enumeration = {
  member: "flowType",
  words: ["Always", "ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "AttributeAddOnly"],
  source: `${resources}/synchronization-attributemapping`,
};

/** Graph `attributeFlowBehavior`. */
export const flowBehavior: Enumeration = {
  member: "flowBehavior",
  words: ["FlowWhenChanged", "FlowAlways"],
  source: `${resources}/synchronization-attributemapping`,
};

/** Graph `attributeMappingSourceType`. */
export const sourceType: Enumeration = {
  member: "type",
  words: ["Attribute", "Constant", "Function"],
  source: `${resources}/synchronization-attributemappingsource`,
};

/** Graph `attributeType`. */
export const attributeType: Enumeration = {
  member: "type",
  words: ["String", "Integer", "Reference", "Binary", "Boolean", "DateTime"],
  source: `${resources}/synchronization-attributedefinition`,
};

/** Graph `mutability`. */
export const mutability: Enumeration = {
  member: "mutability",
  words: ["ReadWrite", "ReadOnly", "Immutable", "WriteOnly"],
  source: `${resources}/synchronization-attributedefinition`,
};

/** The word of an enumeration that is meant, in whatever letter case it was written; undefined for another text, and for none. */
export function meantWord({ words }: Enumeration, text: string | undefined): string | undefined {
  if (text === undefined || words.includes(text)) return text;
  const lower = text.trim().toLowerCase();
  return words.find(word => word.toLowerCase() === lower);
}

/** The target object actions of `flowTypes`; all where it says nothing. */
export function readActions(text: string | undefined): TargetObjectActions {
  const named = (text ?? "").split(",").map(word => meantWord(flowTypes, word));
  const allows = (word: string) => named.every(name => name === undefined) || named.includes(word);
  return { create: allows("Add"), update: allows("Update"), delete: allows("Delete") };
}

/** The flow type of an attribute mapping; Always where it says nothing, or no word that Graph has. */
export function readFlowType(text: string | undefined): FlowType {
  return (meantWord(flowType, text) as FlowType | undefined) ?? "Always";
}

/** The flow behavior of an attribute mapping. */
export function readFlowBehavior(text: string | undefined): AttributeMapping["flowBehavior"] {
  return meantWord(flowBehavior, text) === "FlowAlways" ? "FlowAlways" : "FlowWhenChanged";
}
