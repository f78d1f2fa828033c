import { commands, l10n, Uri, window } from "vscode";
import type { ExportImpactParams } from "../../../server/src/protocol/impact.ts";
import type { Impact } from "./impact.ts";
import type { ImpactServer } from "./impactServer.ts";

const formats: Readonly<Record<ExportImpactParams["format"], { readonly name: string; readonly extension: string }>> = {
  csv: { name: "CSV", extension: "csv" },
  markdown: { name: "Markdown", extension: "md" },
};

/** Writes an impact to a file that the person chooses, and offers to open it. */
export async function exportImpact(
  { run, uri, file }: Impact,
  format: ExportImpactParams["format"],
  server: ImpactServer,
): Promise<void> {
  const { name, extension } = formats[format];
  const target = await window.showSaveDialog({
    title: l10n.t("Export Impact as {0}", name),
    defaultUri: Uri.parse(uri).with({ path: Uri.parse(uri).path.replace(/\.[^./]*$/, `.impact.${extension}`) }),
    filters: { [name]: [extension] },
  });
  if (!target) return;
  const answer = await server.export({ run, format, name: file, uri: target.toString() });
  if (answer.kind === "refused") return void window.showErrorMessage(answer.message);
  const told = l10n.t("The impact was written to {0}.", target.path.split("/").at(-1) ?? "");
  const open = l10n.t("Open");
  if ((await window.showInformationMessage(told, open)) === open) await commands.executeCommand("vscode.open", target);
}
