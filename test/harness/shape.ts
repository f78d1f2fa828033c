/** What a JSON value must look like. The names of members that may be absent end with `?`; others than these may not stand there. */
export type Shape =
  | "string"
  | "number"
  | "boolean"
  | RegExp
  | readonly [each: Shape]
  | { readonly [name: string]: Shape };

/** Where a value does not look so: the path and what was expected there. */
export function mismatches(value: unknown, shape: Shape, path = "$"): readonly string[] {
  if (typeof shape === "string") return typeof value === shape ? [] : [`${path} is no ${shape}`];
  if (shape instanceof RegExp) return shape.test(String(value)) ? [] : [`${path} is not ${shape}: ${value}`];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item, index) => mismatches(item, shape[0], `${path}[${index}]`));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path} is no object`];
  const members = value as Readonly<Record<string, unknown>>;
  const expected = new Map(Object.entries(shape).map(([name, inner]) => [name.replace(/\?$/, ""), inner]));
  const missing = Object.keys(shape).filter(name => !name.endsWith("?") && members[name] === undefined);
  return [
    ...missing.map(name => `${path}.${name} is missing`),
    ...Object.entries(members).flatMap(([name, member]) => {
      const inner = expected.get(name);
      return inner === undefined ? [`${path}.${name} is unknown`] : mismatches(member, inner, `${path}.${name}`);
    }),
  ];
}

function isList(shape: Shape): shape is readonly [each: Shape] {
  return Array.isArray(shape);
}
