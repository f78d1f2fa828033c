import { toText } from "../functions/values.ts";
import type {
  ExpectBlock,
  Name,
  ObjectMember,
  ObjectValue,
  TestBlock,
  TestEntry,
  TestValue,
} from "../language/provmap/tree.ts";
import type {
  Expectation,
  ExpectedMember,
  ExpectedValue,
  Json,
  MappingTest,
  TestMember,
  TestSubject,
} from "./mappingTest.ts";
import { firstValue, writtenEntries } from "./writtenProperties.ts";

/** The meaning of a test block. Of a property that is written twice, the first counts. */
export function readTest({ name, entries, expectations, span }: TestBlock): MappingTest {
  const properties = writtenEntries(entries);
  const mapping = firstValue(properties, "mapping");
  const now = firstValue(properties, "now");
  const existing = entries.find(entry => entry.name.text === "existing")?.value;
  return {
    name,
    subjects: objectTypes.flatMap(([property, objectType]) => readSubject(entries, property, objectType)),
    assigned: firstValue(properties, "assigned")?.text !== "false",
    expectations: expectations.map(readExpectation),
    ...(mapping && { mapping }),
    ...(now && { now }),
    ...(existing?.kind === "ObjectValue" && { existing: readMembers(existing) }),
    span,
  };
}

const objectTypes = [
  ["user", "User"],
  ["group", "Group"],
] as const;

function readSubject(
  entries: readonly TestEntry[],
  property: string,
  objectType: TestSubject["objectType"],
): readonly TestSubject[] {
  const entry = entries.find(({ name }) => name.text === property);
  if (entry?.value === undefined || entry.value.kind === "ListValue") return [];
  const { value, changes, span } = entry;
  const changed = changes === undefined ? [] : readMembers(changes);
  if (value.kind === "ScalarValue") return [{ objectType, key: value.name, attributes: changed, span }];
  return [{ objectType, attributes: [...readMembers(value), ...changed], span }];
}

function readMembers({ members }: ObjectValue): readonly TestMember[] {
  return members.flatMap(({ name, value, span }) => (value === undefined ? [] : { name, value: toJson(value), span }));
}

function toJson(value: TestValue): Json {
  switch (value.kind) {
    case "ObjectValue":
      return Object.fromEntries(readMembers(value).map(member => [member.name.text, member.value]));
    case "ListValue":
      return value.items.map(toJson);
    case "ScalarValue":
      return readScalar(value.name);
  }
}

function readScalar({ text, quoted }: Name): null | string | number | boolean {
  if (quoted) return text;
  if (text === "true" || text === "false") return text === "true";
  if (text === "absent" || text === "none" || text === "null") return null;
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

function readExpectation({ action, members, span }: ExpectBlock): Expectation {
  const hasReason = action.text === "skip" || action.text === "fail";
  const expected = members.flatMap(readExpected);
  const reason = hasReason ? expected.find(({ name }) => name.text === "reason") : undefined;
  return { action, attributes: expected.filter(member => member !== reason), ...(reason && { reason }), span };
}

function readExpected({ name, value, span }: ObjectMember): readonly ExpectedMember[] {
  return value === undefined ? [] : [{ name, value: toExpected(value), span }];
}

function toExpected(value: TestValue): ExpectedValue | undefined {
  switch (value.kind) {
    case "ObjectValue":
      return undefined;
    case "ListValue": {
      const items = value.items.map(toExpected);
      const plain = items.every(item => item === null || typeof item === "string");
      return plain ? items.filter(item => item !== null) : undefined;
    }
    case "ScalarValue": {
      const scalar = readScalar(value.name);
      return scalar === null ? null : toText(scalar);
    }
  }
}
