import { quote } from "../language/expression/print.ts";
import { formatProvmap } from "../language/provmap/format.ts";
import { writeName } from "../language/provmap/writeName.ts";
import type { ExpectedValue, TestSubject } from "./mappingTest.ts";

/** A test that is yet to be written: of an object of the directory, through one mapping. */
export interface NewTest {
  readonly name: string;
  readonly mapping: string;
  readonly objectType: TestSubject["objectType"];
  /** What the directory finds the object by. */
  readonly key: string;
  readonly assigned: boolean;
  /** What the target holds of the object; absent: it does not know it. */
  readonly existing?: readonly NewMember[];
  /** A word of `expectedActions` of the catalogue. */
  readonly action: string;
  /** Why the object is skipped or fails. */
  readonly reason?: string;
  readonly attributes: readonly NewMember[];
}

/** A target attribute and what it holds. */
export interface NewMember {
  readonly name: string;
  readonly value: ExpectedValue;
}

/** A test as a block of the `.provmap` language, canonically laid out, without a line break behind it. */
export function writeTest(test: NewTest): string {
  const { name, mapping, objectType, key, assigned, existing, action, reason, attributes } = test;
  const expected = [...(reason === undefined ? [] : [{ name: "reason", value: reason }]), ...attributes];
  const lines = [
    `test ${quote(name)} {`,
    `mapping: ${quote(mapping)}`,
    `${objectType === "Group" ? "group" : "user"}: ${quote(key)}`,
    ...(assigned ? [] : ["assigned: false"]),
    ...(existing === undefined ? [] : [`existing: { ${existing.map(member).join(", ")} }`]),
    expected.length === 0 ? `expect ${action}` : `expect ${action} {\n${expected.map(member).join("\n")}\n}`,
    "}",
  ];
  return formatProvmap(`${lines.join("\n")}\n`).trimEnd();
}

function member({ name, value }: NewMember): string {
  return `${writeName(name)}: ${valueText(value)}`;
}

function valueText(value: ExpectedValue): string {
  if (value === null) return "absent";
  return typeof value === "string" ? quote(value) : `[${value.map(quote).join(", ")}]`;
}
