import * as l10n from "@vscode/l10n";
import type { CodeLens } from "vscode-languageserver-types";
import type { Span } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { rangeOf } from "./ranges.ts";

/**
 * "Preview Provisioning…" above each mapping: the editor's command takes `{ uri, mapping }`. And above each mapping and each of
 * its scoping filters one that is resolved later, since the impact of an edit takes a while; its data is `{ uri, mapping, filter }`.
 */
export function codeLens(document: ProvmapDocument): CodeLens[] {
  const { uri } = document;
  const above = ({ start }: Span) => rangeOf(document, { start, end: start });
  return document.configuration.mappings.flatMap(({ name, span, filters }) => {
    const mapping = name.text;
    const title = l10n.t("Preview Provisioning…");
    const command = { title, command: "mapwright.preview", arguments: [{ uri, mapping }] };
    return [
      { range: above(span), command },
      { range: above(span), data: { uri, mapping } },
      ...filters
        .filter(({ group }) => group === "scoping")
        .map(filter => ({ range: above(filter.span), data: { uri, mapping, filter: filter.name.text } })),
    ];
  });
}

/** A lens that opens the impact of the file; an editor that reckons it says more. */
export function resolveCodeLens(lens: CodeLens): CodeLens {
  if (lens.command !== undefined) return lens;
  return { ...lens, command: { title: l10n.t("Impact…"), command: "mapwright.impact", arguments: [lens.data] } };
}
