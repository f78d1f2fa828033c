import { containsText, endsWithText, sameText, startsWithText } from "./caseless.ts";
import type { Comparison, Literal, Operator } from "./filter.ts";
import type { FilterAttribute } from "./filterSchema.ts";

/** Whether a value passes; what is not there is undefined. */
export type Test = (value: unknown) => boolean;

/** The test for a comparison with an attribute, or what is wrong with it. */
export function testOf(comparison: Comparison, attribute: FilterAttribute): Test | string {
  const { operator, value } = comparison;
  if (value === null) return nullTest(comparison);
  switch (attribute.type) {
    case "boolean":
      return equality(comparison, booleanOf(value));
    case "integer":
    case "decimal":
      return numberTest(comparison);
    case "dateTime":
      return isOfText(operator) ? textTest(comparison, true) : dateTest(comparison);
    case "binary":
      return isOrder(operator) ? noOrder(comparison) : textTest(comparison, true);
    default:
      return textTest(comparison, attribute.caseExact);
  }
}

/** RFC 7643 section 2.5: what is not assigned and null are the same. */
function nullTest({ attribute, operator }: Comparison): Test | string {
  if (operator === "eq") return value => value == null;
  if (operator === "ne") return value => value != null;
  return `${attribute} ${operator} null compares with nothing`;
}

/** RFC 7644 section 3.4.2.2 refuses an order of booleans and binary values. */
function noOrder({ attribute, operator }: Comparison): string {
  return `${attribute} has no order, so that ${operator} cannot be asked of it`;
}

function isOrder(operator: Operator): boolean {
  return operator === "gt" || operator === "ge" || operator === "lt" || operator === "le";
}

function isOfText(operator: Operator): boolean {
  return operator === "co" || operator === "sw" || operator === "ew";
}

function equality(comparison: Comparison, literal: boolean | undefined): Test | string {
  const { attribute, operator } = comparison;
  if (literal === undefined) return `${attribute} is true or false`;
  if (operator === "eq") return value => value === literal;
  return operator === "ne" ? value => value !== literal : noOrder(comparison);
}

/** Entra writes `primary eq "True"`. */
function booleanOf(value: Literal): boolean | undefined {
  const text = String(value).toLowerCase();
  return text === "true" || text === "false" ? text === "true" : undefined;
}

function numberTest({ attribute, operator, value }: Comparison): Test | string {
  const literal = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof literal !== "number" || Number.isNaN(literal)) return `${attribute} is a number`;
  return isOfText(operator)
    ? `${attribute} is a number, of which ${operator} cannot be asked`
    : orderTest(operator, literal, numberOf);
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : Number.NaN;
}

function dateTest({ attribute, operator, value }: Comparison): Test | string {
  const literal = instantOf(value);
  return Number.isNaN(literal)
    ? `${attribute} is a date, written as 2026-03-02T09:30:00Z`
    : orderTest(operator, literal, instantOf);
}

function instantOf(value: unknown): number {
  return typeof value === "string" ? Date.parse(value) : Number.NaN;
}

/** Nothing is before or after what is no number. */
function orderTest(operator: Operator, literal: number, numberOf: (value: unknown) => number): Test {
  switch (operator) {
    case "gt":
      return value => numberOf(value) > literal;
    case "ge":
      return value => numberOf(value) >= literal;
    case "lt":
      return value => numberOf(value) < literal;
    case "le":
      return value => numberOf(value) <= literal;
    case "ne":
      return value => numberOf(value) !== literal;
    default:
      return value => numberOf(value) === literal;
  }
}

function textTest({ attribute, operator, value: literal }: Comparison, caseExact: boolean): Test | string {
  if (typeof literal !== "string") return `${attribute} is a text, written in double quotes`;
  const test = caseExact ? exactTest(operator, literal) : caselessTest(operator, literal.toLowerCase());
  return operator === "ne"
    ? value => typeof value !== "string" || test(value)
    : value => typeof value === "string" && test(value);
}

function exactTest(operator: Operator, literal: string): (value: string) => boolean {
  switch (operator) {
    case "co":
      return value => value.includes(literal);
    case "sw":
      return value => value.startsWith(literal);
    case "ew":
      return value => value.endsWith(literal);
    case "gt":
      return value => value > literal;
    case "ge":
      return value => value >= literal;
    case "lt":
      return value => value < literal;
    case "le":
      return value => value <= literal;
    case "ne":
      return value => value !== literal;
    default:
      return value => value === literal;
  }
}

/** The literal is in lower case. */
function caselessTest(operator: Operator, literal: string): (value: string) => boolean {
  switch (operator) {
    case "co":
      return value => containsText(value, literal);
    case "sw":
      return value => startsWithText(value, literal);
    case "ew":
      return value => endsWithText(value, literal);
    case "ne":
      return value => !sameText(value, literal);
    case "eq":
      return value => sameText(value, literal);
    default: {
      const test = exactTest(operator, literal);
      return value => test(value.toLowerCase());
    }
  }
}
