import type { AttributeType } from "./attribute.ts";

/** A scoping filter operator. */
export interface OperatorFact {
  /** The spelling of Microsoft Graph's `filterOperatorSchema`, which is also the .provmap spelling. */
  readonly name: string;
  /** Other spellings that are accepted, such as the portal's. */
  readonly spellings: readonly string[];
  /** 1: the attribute alone; 2: the attribute and a value. */
  readonly arity: 1 | 2;
  readonly types: readonly AttributeType[];
  readonly description: string;
  readonly source: string;
}
