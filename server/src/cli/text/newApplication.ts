import { relative } from "node:path";
import { secretVariable } from "../../connectors/secrets/environmentSecret.ts";
import type { CreatedApplication } from "../../session/newApplication.ts";

/** What was written for a new application, and what comes next. Paths are shown from the folder. */
export function createdLines(created: CreatedApplication, folder: string): readonly string[] {
  const { mappings, attributeMappings, schemas, environment } = created;
  const file = relative(folder, created.file);
  return [
    `${file}: ${counted(mappings, "mapping")} with ${counted(attributeMappings, "attribute mapping")}`,
    ...(schemas === undefined ? [] : [learnt(schemas)]),
    ...(environment === undefined ? [] : added(environment, folder)),
    `Next: mapwright preview ${quoted(file)} --user <id>`,
  ];
}

function learnt(schemas: NonNullable<CreatedApplication["schemas"]>): string {
  if (schemas.kind === "found") return "The attributes are those of the endpoint's /Schemas.";
  return `The attributes are Entra's defaults. ${schemas.message} ${schemas.remedy}`;
}

function added(
  { name, file, secret }: NonNullable<CreatedApplication["environment"]>,
  folder: string,
): readonly string[] {
  const needs = secret === undefined ? [] : [`Its secret is read from ${secretVariable(secret)}.`];
  return [`${relative(folder, file)}: the environment "${name}", which is only read from`, ...needs];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function quoted(path: string): string {
  return /\s/.test(path) ? JSON.stringify(path) : path;
}
