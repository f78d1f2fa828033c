import type { ConfigurationParams } from "vscode-languageserver-protocol";
import { type Connection, log } from "../editing/connection.ts";
import type { Directories } from "../editing/directories.ts";
import { cancellable } from "../editing/handlers.ts";
import type { ProblemStore } from "../editing/problems.ts";
import type { Texts } from "../editing/texts.ts";
import type { WorkspaceDocuments } from "../editing/workspaceDocuments.ts";
import type {
  GalleryTemplatesAnswer,
  NewApplicationAnswer,
  SetupAnswer,
  TestEndpointAnswer,
} from "../protocol/applications.ts";
import type { MembersAnswer, UsersAnswer } from "../protocol/directory.ts";
import type { EnvironmentsAnswer } from "../protocol/environments.ts";
import type { PreviewAnswer } from "../protocol/previews.ts";
import type { ExportSchemaAnswer, ImportSchemaAnswer } from "../protocol/schemas.ts";
import type { RunTestsAnswer, SaveAsTestAnswer, TestFilesAnswer } from "../protocol/tests.ts";
import { methods, type SecretAnswer, type SecretParams, type ToolAnswer, type Translations } from "../protocol.ts";
import type { ReadSecret } from "../session/openEnvironment.ts";
import { type Applications, createApplications } from "./applications.ts";
import { serveImpacts } from "./impacts.ts";
import { serveJobs } from "./jobRequests.ts";
import { createModelTools, type ModelTools } from "./modelTools.ts";
import { createPreviews, type Previews } from "./previews.ts";
import { createRuntime } from "./runtime.ts";
import { createSchemas, type Schemas } from "./schemas.ts";
import { createTestFiles } from "./testFiles.ts";
import { serveViews } from "./views.ts";

/** The answers to what goes beyond the editing of a text. */
export interface Requests {
  /** Ends what they run: jobs, the thread of impacts, sandboxes. */
  readonly close: () => Promise<void>;
}

/** What they need to know of the client. */
interface Asker {
  readonly isTrusted: boolean;
  readonly folders: readonly string[];
  readonly tellsSettings: boolean;
  readonly translations: Translations;
}

/** What the editor has open, and what is known of it. */
interface Sources {
  readonly texts: Texts;
  readonly workspace: WorkspaceDocuments;
  readonly problems: ProblemStore;
  readonly directories: Directories;
}

/** Serves the requests of protocol.ts that run something, or that import, export and write files. */
export function serveRequests(connection: Connection, client: () => Asker, sources: Sources): Requests {
  const { texts, workspace } = sources;
  const isTrusted = () => client().isTrusted;
  const folders = () => client().folders;
  const textOf = (uri: string) => texts.get(uri)?.getText();
  const secret: ReadSecret = (name, origins) => askSecret(connection, { name, origins });
  const runtime = createRuntime({
    isTrusted,
    textOf,
    secret,
    proxy: async () => (client().tellsSettings ? askProxy(connection) : undefined),
    onWait: sentence => log(connection, "info", sentence),
  });
  serveMethods(connection, {
    previews: createPreviews(runtime),
    applications: createApplications({ isTrusted, secret, documents: workspace.all }),
    schemas: createSchemas(textOf),
    tools: createModelTools(runtime, { folders, textOf }),
  });
  connection.onRequest<TestFilesAnswer, void>(methods.testFiles, createTestFiles(workspace));
  serveViews(connection, runtime, sources);
  const running = [serveJobs(connection, runtime, workspace), serveImpacts(connection, runtime, client().translations)];
  return { close: () => Promise.allSettled(running.map(({ close }) => close())).then(runtime.close) };
}

function serveMethods(connection: Connection, { previews, applications, schemas, tools }: Answers): void {
  connection.onRequest<PreviewAnswer, void>(methods.preview, cancellable(previews.preview));
  connection.onRequest<RunTestsAnswer, void>(methods.runTests, cancellable(previews.runTests));
  connection.onRequest<SaveAsTestAnswer, void>(methods.saveAsTest, cancellable(previews.saveAsTest));
  connection.onRequest<UsersAnswer, void>(methods.users, cancellable(previews.users));
  connection.onRequest<MembersAnswer, void>(methods.members, cancellable(previews.members));
  connection.onRequest<ImportSchemaAnswer, void>(methods.importSchema, schemas.importSchema);
  connection.onRequest<ExportSchemaAnswer, void>(methods.exportSchema, schemas.exportSchema);
  connection.onRequest<GalleryTemplatesAnswer, void>(methods.galleryTemplates, applications.galleryTemplates);
  connection.onRequest<TestEndpointAnswer, void>(methods.testEndpoint, cancellable(applications.testEndpoint));
  connection.onRequest<NewApplicationAnswer, void>(methods.newApplication, cancellable(applications.newApplication));
  connection.onRequest<SetupAnswer, void>(methods.setup, applications.setup);
  connection.onRequest<ToolAnswer, void>(methods.tool, cancellable(tools.run));
  connection.onRequest<EnvironmentsAnswer, void>(methods.environments, cancellable(previews.environments));
}

interface Answers {
  readonly previews: Previews;
  readonly tools: ModelTools;
  readonly applications: Applications;
  readonly schemas: Schemas;
}

/** Asks the client for a secret; a client that keeps none answers nothing. Throws InputError where it gives a reason. */
async function askSecret(connection: Connection, params: SecretParams): Promise<string | undefined> {
  const answer: SecretAnswer | null = await connection
    .sendRequest<SecretAnswer>(methods.secret, params)
    .catch(() => null);
  if (answer?.reason === undefined) return answer?.value ?? undefined;
  const { InputError } = await import("../connectors/inputError.ts");
  throw new InputError(answer.reason);
}

/** Asks the client for its setting http.proxy, which is empty where it has none. */
async function askProxy(connection: Connection): Promise<string | undefined> {
  const params: ConfigurationParams = { items: [{ section: "http.proxy" }] };
  const [proxy]: readonly unknown[] = await connection
    .sendRequest<readonly unknown[]>("workspace/configuration", params)
    .catch(() => []);
  return typeof proxy === "string" && URL.canParse(proxy) ? proxy : undefined;
}
