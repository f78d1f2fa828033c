/** Reads an instant in ISO 8601 as milliseconds since 1970-01-01T00:00:00Z, in UTC where it names no zone; `undefined` where it is none. */
export function instantOf(text: string): number | undefined {
  const [, date, time = "T00:00:00", zone = "Z"] = pattern.exec(text) ?? [];
  const instant = Date.parse(`${date}${time}${zone}`);
  return Number.isNaN(instant) ? undefined : instant;
}

const pattern = /^(\d{4}-\d\d-\d\d)(?:(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/;
