import { type Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import { renderText } from "./renderText.ts";
import type { Preview } from "./report.ts";
import { report } from "./report.ts";

const scheme = "mapwright-preview";

/** Previews as read-only documents. */
export interface TextTwin extends Disposable {
  /** Opens the preview as text; a document that shows an earlier preview of the same user and mapping follows. */
  readonly open: (preview: Preview) => Promise<void>;
  readonly update: (preview: Preview) => void;
}

/** Registers the documents of the scheme mapwright-preview. */
export function createTextTwin(): TextTwin {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: uri => texts.get(uri.toString()) ?? "Preview the user again: this preview is gone.\n",
  });
  const closing = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));

  function update(preview: Preview): Uri {
    const uri = Uri.from({
      scheme,
      path: `/${preview.user.displayName}, ${preview.result.mapping}.txt`.replaceAll("//", "/"),
    });
    texts.set(uri.toString(), renderText(report(preview)));
    changed.fire(uri);
    return uri;
  }

  return {
    update,
    open: async preview => {
      await window.showTextDocument(update(preview), { preview: true });
    },
    dispose: () => {
      registration.dispose();
      closing.dispose();
      changed.dispose();
    },
  };
}
