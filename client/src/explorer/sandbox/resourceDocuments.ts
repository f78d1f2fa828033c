import { Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import type { SandboxResourceParams } from "../../../../server/src/protocol/views.ts";
import type { ViewServer } from "../viewServer.ts";

const scheme = "mapwright-sandbox";

/** Resources of sandboxes as read-only JSON documents. */
export interface ResourceDocuments extends Disposable {
  readonly open: (resource: SandboxResourceParams, name: string) => Promise<void>;
  /** Reads again what is open. */
  readonly refresh: () => void;
}

/** Registers the documents of the scheme mapwright-sandbox. The address says all that is needed to read the resource. */
export function createResourceDocuments(server: Pick<ViewServer, "sandboxResource">): ResourceDocuments {
  const changed = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => {
      const answer = await server.sandboxResource(JSON.parse(query));
      const shown = answer.kind === "resource" ? answer.resource : { message: answer.message };
      return `${JSON.stringify(shown, null, 2)}\n`;
    },
  });
  return {
    open: async (resource, name) => {
      const path = `/${resource.type}s/${name.replaceAll("/", "_")}.json`;
      await window.showTextDocument(Uri.from({ scheme, path, query: JSON.stringify(resource) }), { preview: true });
    },
    refresh: () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    },
    dispose: () => Disposable.from(registration, changed).dispose(),
  };
}
