import { commands, type Disposable, EventEmitter, l10n, Uri, window, workspace } from "vscode";
import type { Preview } from "./preview.ts";
import { nameOf } from "./previewed.ts";
import { renderText } from "./renderText.ts";
import { report } from "./report.ts";
import { targetDocuments } from "./targetDocuments.ts";

const scheme = "mapwright-preview";

/** Previews as read-only documents. One that is open follows the next preview of the same object and mapping. */
export interface PreviewDocuments extends Disposable {
  readonly update: (preview: Preview) => void;
  /** The text twin of the panel. */
  readonly openText: (preview: Preview) => Promise<void>;
  /** The mapped attributes of the target before and after the run, in the diff editor. */
  readonly openTarget: (preview: Preview) => Promise<void>;
}

/** Registers the documents of the scheme mapwright-preview. */
export function createPreviewDocuments(): PreviewDocuments {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: uri => texts.get(uri.toString()) ?? l10n.t("This preview is gone: preview it again.\n"),
  });

  function keep(preview: Preview, ending: string, text: string): Uri {
    const name = `${nameOf(preview.previewed)}, ${preview.result.mapping}`.replaceAll(/[/\\]/g, "-");
    const uri = Uri.from({ scheme, path: `/${name}${ending}` });
    texts.set(uri.toString(), text);
    changed.fire(uri);
    return uri;
  }

  function update(preview: Preview) {
    const { before, after } = targetDocuments(preview.result);
    return {
      text: keep(preview, ".txt", renderText(report(preview))),
      before: keep(preview, ", before.json", before),
      after: keep(preview, ", after.json", after),
    };
  }

  return {
    update,
    openText: async preview => {
      await window.showTextDocument(update(preview).text, { preview: true });
    },
    openTarget: async preview => {
      const { before, after } = update(preview);
      const name = nameOf(preview.previewed);
      const title =
        preview.result.mode === "dryRun"
          ? l10n.t("{0}: target as it is ↔ as it would be", name)
          : l10n.t("{0}: target before ↔ after", name);
      await commands.executeCommand("vscode.diff", before, after, title);
    },
    dispose: () => {
      registration.dispose();
      changed.dispose();
    },
  };
}
