import { access } from "node:fs/promises";
import { join } from "node:path";
import * as l10n from "@vscode/l10n";
import { applyEdits, findNodeAtLocation, modify, parseTree } from "jsonc-parser";
import { InputError } from "../inputError.ts";
import { encode, readEncodedText } from "../textFile.ts";
import type { WorkspaceConfiguration } from "./configuration.ts";
import { loadWorkspace } from "./loadWorkspace.ts";

/** An environment as `mapwright.json` has it. */
export type WrittenEnvironment = NonNullable<WorkspaceConfiguration["environments"]>[string];

/** A `mapwright.json` that is to be written. */
export interface ConfigurationEdit {
  readonly file: string;
  /** Undefined where the file says all of it already. */
  readonly content: Uint8Array | undefined;
}

/**
 * What becomes of the `mapwright.json` of a folder when it has one environment more: its comments and its layout stay. The
 * file is new where no folder upward has one. Throws InputError for a file that cannot be read, and for another environment
 * of that name unless it is to be replaced.
 */
export async function addEnvironment(
  folder: string,
  name: string,
  environment: WrittenEnvironment,
  replaces: boolean,
): Promise<ConfigurationEdit> {
  const { configurationFile, environments } = await loadWorkspace(folder);
  if (configurationFile === undefined) {
    const text = `${JSON.stringify({ environments: { [name]: environment } }, null, 2)}\n`;
    return { file: join(folder, "mapwright.json"), content: Buffer.from(text) };
  }
  const present = environments[name];
  if (present?.endpoint === environment.endpoint) return { file: configurationFile, content: undefined };
  if (present !== undefined && !replaces) throw taken(configurationFile, name, present.endpoint);
  const { text, encoding } = await readEncodedText(configurationFile);
  return { file: configurationFile, content: encode({ text: withEnvironment(text, name, environment), encoding }) };
}

/** The text of a `mapwright.json` with that environment behind the others, laid out as the rest of it is. */
export function withEnvironment(text: string, name: string, environment: WrittenEnvironment): string {
  const { indent, eol } = layoutOf(text);
  const root = parseTree(text);
  const environments = root && findNodeAtLocation(root, ["environments"]);
  const last = environments?.children?.at(-1);
  const isPresent = root !== undefined && findNodeAtLocation(root, ["environments", name]) !== undefined;
  if (environments === undefined || last === undefined || isPresent) {
    const formattingOptions = { insertSpaces: indent !== "\t", tabSize: indent.length, eol };
    return applyEdits(text, modify(text, ["environments", name], environment, { formattingOptions }));
  }
  const end = last.offset + last.length;
  const behind = text.slice(end, environments.offset + environments.length - 1);
  const kept = behind.trimEnd();
  const line = eol + indent.repeat(2);
  const member = `${JSON.stringify(name)}: ${JSON.stringify(environment, null, indent).replaceAll("\n", line)}`;
  const comma = kept.trimStart().startsWith(",") ? "" : ",";
  return `${text.slice(0, end)}${comma}${kept}${line}${member}${text.slice(end + kept.length)}`;
}

function layoutOf(text: string): { readonly indent: string; readonly eol: string } {
  const [indent = "  "] = /^[ \t]+(?=\S)/m.exec(text) ?? [];
  return { indent: indent.startsWith("\t") ? "\t" : indent, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}

function taken(file: string, name: string, endpoint: string): InputError {
  return new InputError(
    l10n.t`${file}: the environment "${name}" exists already, with the endpoint ${endpoint}. Give the new one another name (mapwright new replaces it with --overwrite).`,
  );
}

/** Throws InputError where a file of that name exists. */
export async function refuseExisting(file: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists)
    throw new InputError(
      l10n.t`${file}: the file exists already. Give the new one another name (mapwright new replaces it with --overwrite).`,
    );
}
