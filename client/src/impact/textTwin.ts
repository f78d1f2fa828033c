import { type Disposable, EventEmitter, l10n, Uri, window, workspace } from "vscode";
import type { Impact } from "./impact.ts";
import { renderText } from "./renderText.ts";

const scheme = "mapwright-impact";

/** Impacts as read-only documents. One that is open follows the next impact of the same file. */
export interface TextTwin extends Disposable {
  readonly open: (impact: Impact) => Promise<void>;
  readonly update: (impact: Impact) => void;
}

/** Registers the documents of the scheme mapwright-impact. */
export function createTextTwin(): TextTwin {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: uri => texts.get(uri.toString()) ?? `${l10n.t("This impact is gone: run it again.")}\n`,
  });
  const closing = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));

  function update(impact: Impact): Uri {
    const uri = Uri.from({ scheme, path: `/${l10n.t("Impact of {0}", impact.file.replaceAll("/", "-"))}.txt` });
    texts.set(uri.toString(), renderText(impact));
    changed.fire(uri);
    return uri;
  }

  return {
    update,
    open: async impact => {
      await window.showTextDocument(update(impact), { preview: true });
    },
    dispose: () => {
      registration.dispose();
      closing.dispose();
      changed.dispose();
    },
  };
}
