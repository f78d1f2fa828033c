import { pathToFileURL } from "node:url";
import * as l10n from "@vscode/l10n";
import { pathOf } from "../editing/documents.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type {
  GalleryTemplatesAnswer,
  NewApplicationAnswer,
  NewApplicationParams,
  SetupAnswer,
  SetupParams,
  TestEndpointAnswer,
  TestEndpointParams,
} from "../protocol/applications.ts";
import type { ReadSecret } from "../session/openEnvironment.ts";
import type { Editor } from "./runtime.ts";

/** The answers to the requests by which an application is added. None throws for what is said wrong, or for what an endpoint does. */
export interface Applications {
  readonly galleryTemplates: () => Promise<GalleryTemplatesAnswer>;
  readonly testEndpoint: (params: TestEndpointParams, signal: AbortSignal) => Promise<TestEndpointAnswer>;
  readonly newApplication: (params: NewApplicationParams, signal: AbortSignal) => Promise<NewApplicationAnswer>;
  readonly setup: (params: SetupParams) => Promise<SetupAnswer>;
}

/** What adding applications needs of the editor. */
export interface ApplicationEditor extends Pick<Editor, "isTrusted" | "secret"> {
  /** The `.provmap` documents of the workspace. */
  readonly documents: () => Promise<readonly ProvmapDocument[]>;
}

/** Adds applications for an editor, with the secrets that it keeps. */
export function createApplications(editor: ApplicationEditor): Applications {
  return {
    galleryTemplates: async () => {
      const { galleryTemplates } = await import("../catalogue/gallery/index.ts");
      const { summaryOf } = await import("../session/gallery.ts");
      return { templates: galleryTemplates.map(summaryOf) };
    },
    testEndpoint: (params, signal) =>
      guarded(editor, async () => {
        const { testEndpoint } = await import("../session/customApplication.ts");
        const { newAuthentication } = await import("../session/newAuthentication.ts");
        const authentication = newAuthentication(params, { type: "bearer", secret: "" });
        const settings = { name: "", scope: "assigned", endpoint: params.endpoint, authentication } as const;
        return testEndpoint(settings, { readSecret: readSecret(editor), signal });
      }),
    newApplication: (params, signal) =>
      guarded(editor, async () => {
        const folder = pathOf(params.folder);
        if (folder === undefined) return refused(l10n.t("The folder is not on the disk. Open one that is."));
        const { createApplication } = await import("../session/newApplication.ts");
        const created = await createApplication({ ...params, folder, readSecret: readSecret(editor), signal });
        const { name, environment, schemas } = created;
        return {
          kind: "created",
          uri: pathToFileURL(created.file).href,
          name,
          ...(environment && { environment: environment.name }),
          ...(schemas && { schemas }),
        };
      }),
    setup: async ({ known }) => {
      if (!editor.isTrusted()) return { done: [] };
      const { setupSteps } = await import("../session/setupSteps.ts");
      return { done: await setupSteps(await editor.documents(), known) };
    },
  };
}

/** The editor's secret; where it has none, that of the command line. */
function readSecret({ secret }: Pick<Editor, "secret">): ReadSecret {
  return async (name, origins) => {
    const { environmentSecret } = await import("../connectors/secrets/environmentSecret.ts");
    return (await secret(name, origins)) ?? environmentSecret(name);
  };
}

interface Refusal {
  readonly kind: "refused";
  readonly message: string;
}

async function guarded<T>({ isTrusted }: Pick<Editor, "isTrusted">, work: () => Promise<T>): Promise<T | Refusal> {
  if (!isTrusted()) return refused(l10n.t("The workspace is not trusted. Trust it to add an application."));
  const { InputError } = await import("../connectors/inputError.ts");
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return refused(error.message);
    throw error;
  }
}

function refused(message: string): Refusal {
  return { kind: "refused", message };
}
