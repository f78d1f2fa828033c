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

const graphOperators = "https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-filteroperators";
const scopingFilters =
  "https://learn.microsoft.com/entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts";

const textOrNumber: readonly AttributeType[] = ["String", "Integer"];
const nullable: readonly AttributeType[] = ["String", "Integer", "Boolean", "Binary"];

/** Every operator of a scoping filter clause, in the order of the portal's list. */
export const operators: readonly OperatorFact[] = [
  {
    name: "EQUALS",
    spellings: [],
    arity: 2,
    types: textOrNumber,
    description:
      "True when the attribute is exactly the value, letter case included. False when the attribute is null.",
    source: graphOperators,
  },
  {
    name: "NOT EQUALS",
    spellings: [],
    arity: 2,
    types: textOrNumber,
    description:
      "True when the attribute differs from the value, letter case included. False when the attribute is null.",
    source: graphOperators,
  },
  {
    name: "IS TRUE",
    spellings: [],
    arity: 1,
    types: ["Boolean"],
    description: "True when the attribute is true. False when it is null.",
    source: graphOperators,
  },
  {
    name: "IS FALSE",
    spellings: [],
    arity: 1,
    types: ["Boolean"],
    description: "True when the attribute is false. False when it is null.",
    source: graphOperators,
  },
  {
    name: "IS NULL",
    spellings: [],
    arity: 1,
    types: nullable,
    description: "True when the attribute is null or empty.",
    source: graphOperators,
  },
  {
    name: "IS NOT NULL",
    spellings: [],
    arity: 1,
    types: nullable,
    description: "True when the attribute holds something. False when it is null or empty.",
    source: graphOperators,
  },
  {
    name: "REGEX MATCH",
    spellings: [],
    arity: 2,
    types: textOrNumber,
    description:
      "True when the .NET pattern matches somewhere in the attribute, letter case included; ^ and $ tie it to the ends. False when the attribute is null.",
    source: graphOperators,
  },
  {
    name: "NOT REGEX MATCH",
    spellings: [],
    arity: 2,
    types: textOrNumber,
    description: "True when the .NET pattern matches nowhere in the attribute. False when the attribute is null.",
    source: graphOperators,
  },
  {
    name: "GREATER_THAN",
    spellings: ["Greater_Than"],
    arity: 2,
    types: textOrNumber,
    description:
      "True when attribute and value are whole numbers and the attribute is the greater. False when it is null.",
    source: scopingFilters,
  },
  {
    name: "GREATER_THAN_OR_EQUALS",
    spellings: ["Greater_Than_OR_EQUALS"],
    arity: 2,
    types: textOrNumber,
    description:
      "True when attribute and value are whole numbers and the attribute is not the smaller. False when it is null.",
    source: scopingFilters,
  },
  {
    name: "INCLUDES",
    spellings: ["Includes"],
    arity: 2,
    types: ["String"],
    description: "True when the attribute contains the value, letter case included. False when the attribute is null.",
    source: scopingFilters,
  },
  {
    name: "ENDS_WITH",
    spellings: ["Ends_With"],
    arity: 2,
    types: ["String"],
    description: "True when the attribute ends with the value. False when the attribute is null.",
    source: scopingFilters,
  },
  {
    name: "&",
    spellings: [],
    arity: 2,
    types: textOrNumber,
    description:
      "True when the attribute occurs inside the value; two whole numbers are compared bit by bit. False when the attribute is null.",
    source: scopingFilters,
  },
  {
    name: "!&",
    spellings: [],
    arity: 2,
    types: textOrNumber,
    description:
      "True when the attribute does not occur inside the value; two whole numbers are compared bit by bit. False when the attribute is null.",
    source: scopingFilters,
  },
];

const bySpelling = new Map(
  operators.flatMap(fact => [fact.name, ...fact.spellings].map(spelling => [canonical(spelling), fact] as const)),
);

/** The operator of this spelling, in any letter case and with any blanks between its words. */
export function findOperator(spelling: string): OperatorFact | undefined {
  return bySpelling.get(canonical(spelling));
}

function canonical(spelling: string): string {
  return spelling.trim().replace(/\s+/g, " ").toUpperCase();
}
