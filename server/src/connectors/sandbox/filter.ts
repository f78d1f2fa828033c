import { type SCIMMY, Types } from "scimmy";
import { type AttributePath, type FindAttribute, subAttributesOf, valuesAt } from "./attributePath.ts";

/** What a filter says of one resource, or of one element. */
export type Predicate = (value: unknown) => boolean;

type Literal = string | number | boolean | null;

/**
 * Reads a filter of `eq` and `and`, which are all that Entra sends, also behind an element's selector:
 * `emails[type eq "work"].value eq "ada@contoso.com"`. Throws SCIM's invalidFilter for any other.
 */
export function parseFilter(text: string, find: FindAttribute): Predicate {
  const tokens = tokenize(text);
  const predicate = conjunction(tokens, find);
  const [rest] = tokens;
  if (rest !== undefined) {
    throw invalid(`"${rest}" is not expected here; the sandbox understands eq and and, which are all that Entra sends`);
  }
  return predicate;
}

function tokenize(text: string): string[] {
  const tokens: string[] = text.match(/"(?:[^"\\]|\\.)*"|[[\]()]|[^\s[\]()"]+|"/g) ?? [];
  if (tokens.includes('"')) {
    throw invalid("a closing double quote is missing");
  }
  return tokens;
}

/** Each of these functions takes its tokens from the front of the list. */
function conjunction(tokens: string[], find: FindAttribute): Predicate {
  const clauses = [clause(tokens, find)];
  while (tokens[0]?.toLowerCase() === "and") {
    tokens.shift();
    clauses.push(clause(tokens, find));
  }
  return value => clauses.every(holds => holds(value));
}

function clause(tokens: string[], find: FindAttribute): Predicate {
  const path = located(tokens.shift(), find);
  if (tokens[0] !== "[") {
    const equals = comparison(tokens, path.attribute);
    return value => valuesAt(value, path.keys).some(equals);
  }
  tokens.shift();
  const sub = subAttributesOf(path.attribute);
  const selects = conjunction(tokens, sub);
  expect(tokens, "]");
  const selected = (value: unknown) => valuesAt(value, path.keys).filter(selects);
  if (tokens[0]?.startsWith(".")) {
    const inside = located(tokens.shift()?.slice(1), sub);
    const equals = comparison(tokens, inside.attribute);
    return value => selected(value).some(element => valuesAt(element, inside.keys).some(equals));
  }
  return value => selected(value).length > 0;
}

function located(name: string | undefined, find: FindAttribute): AttributePath {
  const path = name === undefined ? undefined : find(name);
  if (path === undefined) {
    throw invalid(name === undefined ? "an attribute is missing at the end" : `there is no attribute "${name}"`);
  }
  return path;
}

function comparison(tokens: string[], attribute: SCIMMY.Types.Attribute): Predicate {
  expect(tokens, "eq");
  const token = tokens.shift();
  let literal: Literal;
  try {
    literal = JSON.parse(token ?? "") as Literal;
  } catch {
    throw invalid(token === undefined ? "a value is missing at the end" : `${token} is no JSON value`);
  }
  return value => isEqual(literal, value, attribute);
}

/** A complex value is compared by its `value` (RFC 7644 section 3.4.2.2); a text stands for a boolean where one is meant. */
function isEqual(literal: Literal, value: unknown, attribute: SCIMMY.Types.Attribute): boolean {
  if (typeof value === "object" && value !== null) {
    return (
      "value" in value && isEqual(literal, value.value, subAttributesOf(attribute)("value")?.attribute ?? attribute)
    );
  }
  if (typeof value === "boolean" || !attribute.config.caseExact) {
    return String(value).toLowerCase() === String(literal).toLowerCase();
  }
  return value === literal;
}

function expect(tokens: string[], word: string): void {
  const token = tokens.shift();
  if (token?.toLowerCase() !== word) {
    throw invalid(`${token === undefined ? "the end" : `"${token}"`} stands where "${word}" is expected`);
  }
}

function invalid(reason: string): Error {
  return new Types.Error(400, "invalidFilter", `The filter cannot be read: ${reason}.`);
}
