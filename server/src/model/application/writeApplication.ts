import { findObject } from "../../catalogue/index.ts";
import { quote } from "../../language/expression/print.ts";
import { formatProvmap, lineWidth } from "../../language/provmap/format.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import { sayingOfFact } from "../graph/saying.ts";
import { isSame, writeDeclaration } from "../graph/writeDeclarations.ts";
import type { NewApplication, NewAttribute, NewMapping, NewObject } from "./newApplication.ts";

/** The threshold for accidental deletions that cross-tenant synchronization and cloud sync begin with. */
const usualThreshold = 500;

/** A new application in the `.provmap` language, canonically laid out. */
export function writeApplication(application: NewApplication): string {
  const { objects } = application;
  const blocks = [head(application), ...objects.flatMap(declarations), ...objects.map(mapping)];
  return formatProvmap(`${blocks.join("\n\n")}\n`);
}

function head({ name, template, remarks, endpoint, authentication, scope }: NewApplication): string {
  const properties = [
    `template: ${writeName(template)}`,
    "provisioning: automatic",
    ...(endpoint === undefined ? [] : [`endpoint: ${quote(endpoint)}`]),
    ...(authentication === undefined ? [] : [`authentication: ${authorized(authentication)}`]),
    `scope: ${scope}`,
    `deleteThreshold: ${usualThreshold}`,
  ];
  return [...remarks.flatMap(comment), `application ${quote(name)} {`, ...properties, "}"].join("\n");
}

function authorized(authentication: NonNullable<NewApplication["authentication"]>): string {
  return authentication.type === "none" ? "none" : `${authentication.type} secret(${quote(authentication.secret)})`;
}

function mapping({ source, target, sections, remarks }: NewObject): string {
  const statements = sections
    .filter(({ mappings }) => mappings.length > 0)
    .map(section => [...comment(section.comment), ...section.mappings.map(statement)].join("\n"));
  return [
    `mapping "Provision Microsoft Entra ID ${source}s" {`,
    `source: ${source}`,
    `target: ${quote(target)}`,
    "",
    statements.join("\n\n"),
    ...(remarks.length === 0 ? [] : ["", ...remarks.flatMap(comment)]),
    "}",
  ].join("\n");
}

function statement({ target, source, match, default: defaultValue, onCreate }: NewMapping): string {
  return [
    `${writeName(target)} <- ${source}`,
    ...(match === undefined ? [] : [`match ${match}`]),
    ...(defaultValue === undefined ? [] : [`default ${quote(defaultValue)}`]),
    ...(onCreate ? ["on create"] : []),
  ].join(" ");
}

function declarations({ target, attributes }: NewObject): readonly string[] {
  const lines = attributes.flatMap(attribute => declaration(target, attribute));
  return lines.length === 0 ? [] : [[`attributes target ${quote(target)} {`, ...lines, "}"].join("\n")];
}

function declaration(target: string, { fact, remark }: NewAttribute): readonly string[] {
  const known = findObject("target", target)?.attributes.find(({ name }) => name === fact.name);
  const said = sayingOfFact(fact, false);
  if (known !== undefined && isSame(sayingOfFact(known, false), said) && remark === undefined) return [];
  const line = writeDeclaration(fact.name, said);
  return line === undefined ? [] : [...(remark === undefined ? [] : comment(remark)), line];
}

/** A sentence as comment lines that are no longer than code is. */
function comment(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lineWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`// ${word}`);
  }
  return lines;
}
