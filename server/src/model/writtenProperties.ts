import type { MappingMember, PropertyValue, TestEntry, TestValue } from "../language/provmap/tree.ts";
import type { WrittenProperty, WrittenValue } from "./configuration.ts";

/** The properties among the members of a block. */
export function writtenProperties(members: readonly MappingMember[]): readonly WrittenProperty[] {
  return members.flatMap(member =>
    member.kind === "Property"
      ? [{ name: member.name, values: member.values.map(writtenValue), span: member.span }]
      : [],
  );
}

/** The entries of a test block as properties. */
export function writtenEntries(entries: readonly TestEntry[]): readonly WrittenProperty[] {
  return entries.map(({ name, value, span }) => ({
    name,
    values: value === undefined ? [] : [writtenTestValue(value)],
    span,
  }));
}

/** The values of the first property of that name; none where the block has no such property. */
export function valuesOf(properties: readonly WrittenProperty[], name: string): readonly WrittenValue[] {
  return properties.find(property => property.name.text === name)?.values ?? [];
}

/** The first value of the first property of that name. */
export function firstValue(properties: readonly WrittenProperty[], name: string): WrittenValue | undefined {
  return valuesOf(properties, name)[0];
}

function writtenValue(value: PropertyValue): WrittenValue {
  const { text, quoted } = value.name;
  if (value.kind === "SecretValue") return { form: "secret", text, span: value.span };
  return { form: quoted ? "string" : "word", text, span: value.span };
}

function writtenTestValue(value: TestValue): WrittenValue {
  if (value.kind !== "ScalarValue") return { form: "structure", text: "", span: value.span };
  return { form: value.name.quoted ? "string" : "word", text: value.name.text, span: value.span };
}
