import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { galleryTemplates } from "../../server/src/catalogue/gallery/index.ts";
import { createProgram } from "../../server/src/cli/program.ts";
import { terminalOf } from "../../server/src/cli/terminal.ts";
import type { FunctionDefinition, Parameter } from "../../server/src/functions/definition.ts";
import { documentedFunctions } from "../../server/src/functions/documentedFunctions.ts";
import { documentedRules } from "../../server/src/validation/documentedRules.ts";
import { folders } from "./house.ts";
import { manifest } from "./manifest.ts";

const readme = new URL("../../README.md", import.meta.url);

/** The tables of the README that state facts about the code, by the name of their markers. */
export function readmeTables(): Readonly<Record<string, string>> {
  return {
    commands: rows(
      ["Command", "What it does"],
      createProgram(terminalOf(process)).commands.map(one => [code(commandLine(one)), one.description()]),
    ),
    templates: rows(
      ["Template", "Application, and its tutorial", "Connector", "Provisions"],
      galleryTemplates.map(({ id, name, tutorial, connector, objects }) => [
        code(id),
        `[${name}](${tutorial.url})`,
        connector,
        objects.map(({ source }) => source).join(", "),
      ]),
    ),
    functions: rows(
      ["Function", "What it does"],
      documentedFunctions.map(one => [link(signature(one), one.source), one.summary]),
    ),
    problems: rows(
      ["Code", "Level", "Bad", "Good"],
      documentedRules.map(rule => [link(rule.code, rule.source), rule.severity, code(rule.bad), code(rule.good)]),
    ),
    settings: rows(["Setting", "Default", "What it does"], settings()),
    architecture: rows(
      ["Folder", "May import"],
      Object.entries(folders).map(([name, others]) => [code(name), others.map(code).join(", ") || "nothing"]),
    ),
  };
}

/** The README with its tables written anew. */
export function withTables(text: string): string {
  return Object.entries(readmeTables()).reduce(
    (before, [name, table]) =>
      before.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, open: string, close: string) => `${open}\n${table}\n\n${close}`,
      ),
    text,
  );
}

function commandLine(command: Command): string {
  const written = command.registeredArguments.map(one => {
    const text = `${one.name()}${one.variadic ? "…" : ""}`;
    return one.required ? `<${text}>` : `[${text}]`;
  });
  return [command.name(), ...written].join(" ");
}

function settings(): readonly (readonly string[])[] {
  return Object.entries(manifest.contributes.configuration.properties).map(([name, fact]) => [
    code(name),
    code(JSON.stringify(fact.default)),
    fact.markdownDescription,
  ]);
}

function signature({ name, parameters, repeating }: FunctionDefinition): string {
  const shown = (one: Parameter) => (one.required ? one.name : `${one.name}?`);
  const all = [
    ...parameters.map(shown),
    ...(repeating?.group.map(shown) ?? []),
    ...(repeating === undefined ? [] : ["…"]),
  ];
  return `${name}(${all.join(", ")})`;
}

function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...body].map(cells => `| ${cells.join(" | ")} |`).join("\n");
}

function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``;
}

function link(text: string, url: string): string {
  return `[${code(text)}](${url})`;
}

if (import.meta.main) writeFileSync(readme, withTables(readFileSync(readme, "utf8")));
