import type { CodeLens } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import { rangeOf } from "./ranges.ts";

/** "Preview Provisioning…" above each mapping: the editor's command takes `{ uri, mapping }`. */
export function codeLens(document: ProvmapDocument): CodeLens[] {
  return document.configuration.mappings.map(({ name, span }) => ({
    range: rangeOf(document, { start: span.start, end: span.start }),
    command: {
      title: "Preview Provisioning…",
      command: "mapwright.preview",
      arguments: [{ uri: document.uri, mapping: name.text }],
    },
  }));
}
