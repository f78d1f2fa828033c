import * as l10n from "@vscode/l10n";
import type { Hover } from "vscode-languageserver-types";
import type { GalleryTemplate } from "../catalogue/gallery/template.ts";
import { pathTo } from "../language/provmap/path.ts";
import type { Name } from "../language/provmap/tree.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { documentation } from "./facts.ts";
import { rangeOf } from "./ranges.ts";

/** Explains the gallery template that `template:` names; the gallery is read only where the cursor is on such a name. */
export async function templateHover(document: ProvmapDocument, offset: number): Promise<Hover | undefined> {
  const name = templateAt(document, offset);
  if (name === undefined) return undefined;
  const { galleryTemplates } = await import("../catalogue/gallery/index.ts");
  const template = galleryTemplates.find(({ id, graphId = id }) => graphId === name.text);
  if (template === undefined) return undefined;
  const value = `\`\`\`provmap\n${name.text}\n\`\`\`\n\n${templateText(template)}`;
  return { contents: { kind: "markdown", value }, range: rangeOf(document, name.span) };
}

function templateAt({ language, file }: ProvmapDocument, offset: number): Name | undefined {
  if (language !== "provmap") return undefined;
  const [, block, property, value] = pathTo(file, offset);
  const isNamed = block?.kind === "ApplicationBlock" && property?.kind === "Property";
  return isNamed && property.name.text === "template" && value?.kind === "NameValue" ? value.name : undefined;
}

function templateText({ name, limits, tutorial }: GalleryTemplate): string {
  const told = limits.map(limit => `- ${l10n.t(limit)}`).join("\n");
  const parts = [l10n.t`${name}, from the gallery.`, told, documentation(tutorial.url)];
  return parts.filter(part => part !== "").join("\n\n");
}
