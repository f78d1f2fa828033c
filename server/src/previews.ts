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
import { type Runtime, refusal } from "./runtime.ts";
import type { Session } from "./session/session.ts";

/** The answers to the requests that Mapwright adds to the protocol. None of them throws for what a file or an endpoint holds. */
export interface Previews {
  readonly preview: (params: PreviewParams, signal: AbortSignal) => Promise<PreviewAnswer>;
  readonly runTests: (params: RunTestsParams, signal: AbortSignal) => Promise<RunTestsAnswer>;
  readonly users: (params: UsersParams) => Promise<UsersAnswer>;
  readonly environments: (params: EnvironmentsParams) => Promise<EnvironmentsAnswer>;
}

/** Runs sessions for an editor. */
export function createPreviews({ inFile }: Runtime): Previews {
  const inSession = <T>(
    { uri, environment }: { readonly uri: string; readonly environment?: string },
    answer: (session: Session) => T | Promise<T>,
  ) =>
    inFile(uri, async (file, means) => {
      const { openSession } = await import("./session/session.ts");
      const session = await openSession({ ...file, ...means, ...(environment === undefined ? {} : { environment }) });
      return answer(session);
    });
  return {
    preview: (params, signal) => inSession(params, session => previewIn(session, params, signal)),
    runTests: ({ uri, ...settings }, signal) =>
      inFile(uri, async file => {
        const { runTests } = await import("./session/runTests.ts");
        const { results, coverage } = await runTests({ ...file, ...settings, signal });
        return { kind: "results", results, ...(coverage && { coverage }) } as const;
      }),
    users: params => inSession(params, usersOf),
    environments: params => inSession(params, ({ environments }) => ({ kind: "environments", environments }) as const),
  };
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
