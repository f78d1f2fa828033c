import type { CancellationToken } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type {
  GalleryTemplateSummary,
  GalleryTemplatesAnswer,
  NewApplicationAnswer,
  NewApplicationParams,
  SetupAnswer,
  SetupStep,
  TestEndpointAnswer,
  TestEndpointParams,
} from "../../../server/src/protocol/applications.ts";
import type { methods } from "../../../server/src/protocol.ts";

const templatesMethod: typeof methods.galleryTemplates = "mapwright/galleryTemplates";
const testMethod: typeof methods.testEndpoint = "mapwright/testEndpoint";
const newMethod: typeof methods.newApplication = "mapwright/newApplication";
const setupMethod: typeof methods.setup = "mapwright/setup";

/** The language server's requests by which an application is added. */
export interface ApplicationServer {
  readonly templates: () => Promise<readonly GalleryTemplateSummary[]>;
  readonly testEndpoint: (params: TestEndpointParams, token: CancellationToken) => Promise<TestEndpointAnswer>;
  readonly create: (params: NewApplicationParams, token: CancellationToken) => Promise<NewApplicationAnswer>;
  readonly setup: (known: readonly SetupStep[]) => Promise<readonly SetupStep[]>;
}

/** The requests over the client's connection. */
export function applicationServer(client: LanguageClient): ApplicationServer {
  return {
    templates: async () => (await client.sendRequest<GalleryTemplatesAnswer>(templatesMethod)).templates,
    testEndpoint: (params, token) => client.sendRequest<TestEndpointAnswer>(testMethod, params, token),
    create: (params, token) => client.sendRequest<NewApplicationAnswer>(newMethod, params, token),
    setup: async known => (await client.sendRequest<SetupAnswer>(setupMethod, { known })).done,
  };
}
