import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The sample application, and attribute mappings up to this many lines, under targets that the file declares. */
export function provmapOf(lines: number): string {
  const sample = readFileSync(join(root, "samples/contoso/servicenow.provmap"), "utf8").trimEnd();
  const count = Math.floor((lines - sample.split("\n").length - 8) / 2);
  return `${sample}\n\n${mappingsOf("urn:ietf:params:scim:schemas:extension:bench:2.0:User", count)}`;
}

/** A file with so many attribute mappings, under targets that it declares. */
export function manyMappings(count: number): string {
  return mappingsOf("urn:bench:2.0:User", count);
}

function mappingsOf(object: string, count: number): string {
  const prefix = object.startsWith("urn:ietf:") ? `${object}:` : "";
  const names = Array.from({ length: count }, (_, index) => `${prefix}field${index}`);
  return [
    `attributes target "${object}" {`,
    ...names.map(name => `  ${name}: String`),
    "}",
    "",
    'mapping "Bench" {',
    "  source: User",
    `  target: "${object}"`,
    `  ${names[0]} <- [userPrincipalName] match 1`,
    ...names
      .slice(1)
      .map((name, index) => `  ${name} <- Join(" ", ToUpper([department]), Left([jobTitle], ${index + 1}))`),
    "}",
    "",
  ].join("\n");
}

/** A JSON object of so many lines. */
export function jsonOf(lines: number): string {
  const members = Array.from(
    { length: lines - 2 },
    (_, index) => `  "key${index}": ["value", ${index}, { "a": true }]`,
  );
  return `{\n${members.join(",\n")}\n}\n`;
}

/** A YAML mapping of so many lines. */
export function yamlOf(lines: number): string {
  return Array.from({ length: lines }, (_, index) => `key${index}: [value, ${index}, { a: true }]`).join("\n");
}
