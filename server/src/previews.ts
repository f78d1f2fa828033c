import { pathOf } from "./documents.ts";
import type { SourceObject } from "./engine/ports.ts";
import type {
  DirectoryUser,
  EnvironmentsAnswer,
  EnvironmentsParams,
  PreviewAnswer,
  PreviewParams,
  RunTestsAnswer,
  RunTestsParams,
  UsersAnswer,
  UsersParams,
} from "./protocol.ts";
import type { Session } from "./session/session.ts";

/** What previews need of the editor. */
export interface Editor {
  /** False: the person has not said that the workspace is trusted, so nothing is run and nothing is sent. */
  readonly isTrusted: () => boolean;
  /** The text of an open document. */
  readonly textOf: (uri: string) => string | undefined;
  /** The secret of that name, where the editor keeps one; otherwise the environment variable of the command line is read. */
  readonly secret: (name: string) => Promise<string | undefined>;
  /** The editor's proxy, in the place of the one that the process environment names. */
  readonly proxy: () => Promise<string | undefined>;
  /** Told in a sentence of every wait for a target. */
  readonly onWait: (sentence: string) => void;
}

/** The answers to the requests that Mapwright adds to the protocol. None of them throws for what a file or an endpoint holds. */
export interface Previews {
  readonly preview: (params: PreviewParams, signal: AbortSignal) => Promise<PreviewAnswer>;
  readonly runTests: (params: RunTestsParams, signal: AbortSignal) => Promise<RunTestsAnswer>;
  readonly users: (params: UsersParams) => Promise<UsersAnswer>;
  readonly environments: (params: EnvironmentsParams) => Promise<EnvironmentsAnswer>;
  /** Stops the sandboxes. */
  readonly close: () => Promise<void>;
}

/** A file of the editor, with the text that it has of it. */
interface OpenFile {
  readonly file: string;
  readonly text?: string;
}

interface Refusal {
  readonly kind: "refused";
  readonly message: string;
}

/** Runs sessions for an editor. The engine and the connectors are loaded by the first request, and the sandboxes and access tokens live until `close`. */
export function createPreviews(editor: Editor): Previews {
  let loading: Promise<Runtime> | undefined;
  const runtime = () => {
    loading ??= loadRuntime();
    return loading;
  };
  const guarded = guard(editor, runtime);
  const inSession = <T>(
    { uri, environment }: { readonly uri: string; readonly environment?: string },
    answer: (session: Session) => T | Promise<T>,
  ) =>
    guarded(uri, async (file, { openSession, sandboxes, tokens, environmentSecret }) => {
      const secret = async (name: string) => (await editor.secret(name)) ?? environmentSecret(name);
      const proxy = await editor.proxy();
      const session = await openSession({
        ...file,
        secret,
        sandboxes,
        tokens,
        onWait: editor.onWait,
        ...(proxy === undefined ? {} : { proxy }),
        ...(environment === undefined ? {} : { environment }),
      });
      return answer(session);
    });
  return {
    preview: (params, signal) => inSession(params, session => previewIn(session, params, signal)),
    runTests: ({ uri, tests }, signal) =>
      guarded(uri, async (file, { runTests }) => {
        const { results } = await runTests({ ...file, signal, ...(tests === undefined ? {} : { tests }) });
        return { kind: "results", results } as const;
      }),
    users: params => inSession(params, usersOf),
    environments: params => inSession(params, ({ environments }) => ({ kind: "environments", environments }) as const),
    close: async () =>
      loading?.then(
        ({ sandboxes }) => sandboxes.stop(),
        () => undefined,
      ),
  };
}

/** Runs what needs the engine on a file of the editor; what the person must put right first is a refusal. */
function guard(editor: Editor, runtime: () => Promise<Runtime>) {
  return async <T>(uri: string, answer: (file: OpenFile, runtime: Runtime) => Promise<T>): Promise<T | Refusal> => {
    const file = pathOf(uri);
    if (!editor.isTrusted())
      return refusal("The workspace is not trusted. Trust it to preview and to test provisioning.");
    if (file === undefined)
      return refusal("The document is not on the disk. Save it to preview and to test provisioning.");
    const loaded = await runtime();
    const text = editor.textOf(uri);
    try {
      return await answer({ file, ...(text === undefined ? {} : { text }) }, loaded);
    } catch (error) {
      if (error instanceof loaded.InputError) return refusal(error.message);
      throw error;
    }
  };
}

type Runtime = Awaited<ReturnType<typeof loadRuntime>>;

async function loadRuntime() {
  const [sessions, tests, sandboxes, tokens, secrets, errors] = await Promise.all([
    import("./session/session.ts"),
    import("./session/runTests.ts"),
    import("./session/sandboxes.ts"),
    import("./connectors/scim/oauth/accessTokens.ts"),
    import("./connectors/secrets/environmentSecret.ts"),
    import("./connectors/inputError.ts"),
  ]);
  const kept = { sandboxes: sandboxes.createSandboxes(), tokens: tokens.createAccessTokens() };
  return { ...sessions, ...tests, ...secrets, ...errors, ...kept };
}

async function previewIn(
  session: Session,
  { mapping, user, provision, comparesWire = false }: PreviewParams,
  signal: AbortSignal,
): Promise<PreviewAnswer> {
  const request = { user, provision, comparesWire, signal };
  const result = await session.run({ ...request, ...(mapping === undefined ? {} : { mapping }) });
  return {
    kind: "result",
    result,
    user: describeUser(session.findUser(user)),
    environment: session.environment,
  };
}

function usersOf({ users }: Session): UsersAnswer {
  if (users.length > 0) return { kind: "users", users: users.map(describeUser) };
  return refusal(
    'There are no users to preview. Name a directory file in mapwright.json: "directory": "directory/contoso.json".',
  );
}

function describeUser({ id, attributes }: SourceObject): DirectoryUser {
  const text = (name: string) => {
    const value = attributes.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const userPrincipalName = text("userPrincipalName") ?? id;
  const mail = text("mail");
  const department = text("department");
  return {
    id,
    displayName: text("displayName") ?? userPrincipalName,
    userPrincipalName,
    ...(mail === undefined ? {} : { mail }),
    ...(department === undefined ? {} : { department }),
  };
}

function refusal(message: string): Refusal {
  return { kind: "refused", message };
}
