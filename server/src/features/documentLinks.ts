import * as l10n from "@vscode/l10n";
import type { DocumentLink } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import { rangeOf } from "./ranges.ts";

/** The schema file that an application names opens from its name. */
export function documentLinks(document: ProvmapDocument): DocumentLink[] {
  const schema = document.configuration.application?.schema;
  const target = schema && besides(document.uri, schema.text);
  if (schema === undefined || target === undefined) return [];
  return [{ range: rangeOf(document, schema.span), target, tooltip: l10n.t("Open the schema") }];
}

/** The address of a file that is named from another; undefined where the other lies nowhere, as a new document does. */
export function besides(uri: string, path: string): string | undefined {
  const address = path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return URL.canParse(address, uri) ? new URL(address, uri).href : undefined;
}
