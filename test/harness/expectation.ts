/** What a check says of an answer's body. */
export interface Expectation {
  /** The ids of the resources listed, in any order. */
  readonly list?: readonly string[];
  /** Ids that are among them. */
  readonly lists?: readonly string[];
  /** Members that it has; lists in full, objects as far as named. */
  readonly holds?: object;
  /** Paths that it has not. */
  readonly lacks?: readonly string[];
  /** Paths that are absent, or hold null, "" or []. */
  readonly empty?: readonly string[];
}

/** The first expectation that a body does not meet, in words; undefined for a body that meets all. */
export function unmet(
  body: unknown,
  { list, lists = [], holds, lacks = [], empty = [] }: Expectation,
): string | undefined {
  const listed = (valueAt(body, "Resources") as readonly { readonly id: string }[] | undefined)?.map(({ id }) => id);
  const wrong = [
    ...(list !== undefined && JSON.stringify(listed?.toSorted()) !== JSON.stringify(list.toSorted())
      ? [`it lists ${JSON.stringify(listed)}`]
      : []),
    ...lists.filter(id => !listed?.includes(id)).map(id => `it does not list ${id}`),
    ...(includes(body, holds) ? [] : [`it does not hold ${JSON.stringify(holds)}`]),
    ...lacks.filter(path => valueAt(body, path) !== undefined).map(path => `it holds ${path}`),
    ...empty.filter(path => !isEmpty(valueAt(body, path))).map(path => `${path} is not empty`),
  ];
  return wrong.length === 0 ? undefined : `${wrong.join(", ")}: ${JSON.stringify(body)}`;
}

/** The value at a path of member names and indexes between slashes. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split("/")
    .reduce<unknown>((part, step) => (part as Readonly<Record<string, unknown>> | undefined)?.[step], value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Objects may hold more than is expected, lists not. */
function includes(actual: unknown, expected: unknown): boolean {
  if (expected === undefined) return true;
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every(one => actual.some(other => includes(other, one)))
    );
  }
  if (typeof expected === "object" && expected !== null) {
    return Object.entries(expected).every(([key, value]) =>
      includes((actual as Readonly<Record<string, unknown>> | undefined)?.[key], value),
    );
  }
  return actual === expected;
}
