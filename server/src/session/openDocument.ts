import { pathToFileURL } from "node:url";
import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { readText } from "../connectors/textFile.ts";
import { loadWorkspace, type Workspace } from "../connectors/workspace/loadWorkspace.ts";
import { createDocument, type ProvmapDocument } from "../model/document.ts";
import type { Problem } from "../validation/rule.ts";
import { validate } from "../validation/validate.ts";

/** A `.provmap` file or a Graph schema with its meaning, its problems and the workspace that it belongs to. */
export interface OpenedDocument {
  /** The path, as it was given. */
  readonly file: string;
  readonly document: ProvmapDocument;
  readonly problems: readonly Problem[];
  readonly workspace: Workspace;
}

/** Reads a file, or the text that an editor has of it. Throws InputError for what cannot be read, and for JSON that is no schema. */
export async function openDocument(file: string, given?: string): Promise<OpenedDocument> {
  const [text, workspace] = await Promise.all([given ?? readText(file), loadWorkspace(file)]);
  const document = createDocument(pathToFileURL(file).href, 0, text);
  if (document.language === "json") throw noSchema(file);
  const problems = validate(document.configuration, document.syntaxProblems, workspace.rules);
  return { file, document, problems, workspace };
}

/** The error for JSON that is no schema. */
export function noSchema(file: string): InputError {
  return new InputError(
    l10n.t`${file}: this is no schema of Microsoft Graph, which has synchronizationRules. Name one that Entra has exported.`,
  );
}
