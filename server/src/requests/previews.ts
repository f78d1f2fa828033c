import * as l10n from "@vscode/l10n";
import type { MembersAnswer, MembersParams, UsersAnswer, UsersParams } from "../protocol/directory.ts";
import type { EnvironmentsAnswer, EnvironmentsParams } from "../protocol/environments.ts";
import type { PreviewAnswer, Previewed, PreviewedKey, PreviewParams } from "../protocol/previews.ts";
import type { RunTestsAnswer, RunTestsParams, SaveAsTestAnswer, SaveAsTestParams } from "../protocol/tests.ts";
import type { Session } from "../session/session.ts";
import { describeGroup, describeMember, describeUser, memberIds } from "./directoryObjects.ts";
import { type Runtime, refusal } from "./runtime.ts";

/** The answers to the requests that Mapwright adds to the protocol. None of them throws for what a file or an endpoint holds. */
export interface Previews {
  readonly preview: (params: PreviewParams, signal: AbortSignal) => Promise<PreviewAnswer>;
  readonly runTests: (params: RunTestsParams, signal: AbortSignal) => Promise<RunTestsAnswer>;
  readonly saveAsTest: (params: SaveAsTestParams) => Promise<SaveAsTestAnswer>;
  readonly users: (params: UsersParams) => Promise<UsersAnswer>;
  readonly members: (params: MembersParams) => Promise<MembersAnswer>;
  readonly environments: (params: EnvironmentsParams) => Promise<EnvironmentsAnswer>;
}

/** Runs sessions for an editor. */
export function createPreviews({ inFile }: Runtime): Previews {
  const inSession = <T>(
    { uri, environment }: { readonly uri: string; readonly environment?: string },
    answer: (session: Session) => T | Promise<T>,
  ) =>
    inFile(uri, async (file, means) => {
      const { openSession } = await import("../session/session.ts");
      const session = await openSession({ ...file, ...means, ...(environment === undefined ? {} : { environment }) });
      return answer(session);
    });
  return {
    preview: (params, signal) => inSession(params, session => previewIn(session, params, signal)),
    runTests: ({ uri, ...settings }, signal) =>
      inFile(uri, async file => {
        const { runTests } = await import("../session/runTests.ts");
        const { results, coverage } = await runTests({ ...file, ...settings, signal });
        return { kind: "results", results, ...(coverage && { coverage }) } as const;
      }),
    saveAsTest: ({ uri, name, result }) =>
      inFile(uri, async file => {
        const { saveAsTest } = await import("../session/saveAsTest.ts");
        return { kind: "test", ...(await saveAsTest({ ...file, name, result })) } as const;
      }),
    users: params => inSession(params, session => usersOf(session, params.mapping)),
    members: params => inSession(params, session => membersOf(session, params.group)),
    environments: params => inSession(params, ({ environments }) => ({ kind: "environments", environments }) as const),
  };
}

async function previewIn(
  session: Session,
  { uri: _uri, environment: _environment, comparesWire = false, ...request }: PreviewParams,
  signal: AbortSignal,
): Promise<PreviewAnswer> {
  const result = await session.run({ ...request, comparesWire, signal });
  const { environment, access } = session;
  return { kind: "result", result, previewed: previewedOf(session, request), environment, access };
}

function previewedOf(session: Session, key: PreviewedKey): Previewed {
  if (key.group === undefined) return { kind: "user", user: describeUser(session.findObject("User", key.user)) };
  const group = session.findObject("Group", key.group);
  const members = session.membersOf(group, key.members).map(id => describeMember(id, session.findById(id)));
  return { kind: "group", group: describeGroup(group), members };
}

function usersOf({ users, groups, configuration }: Session, mapping: string | undefined): UsersAnswer {
  if (users.length + groups.length === 0)
    return refusal(
      l10n.t(
        'There are no users to preview. Name a directory file in mapwright.json: "directory": "directory/contoso.json".',
      ),
    );
  const source = configuration.mappings.find(({ name }) => name.text === mapping)?.sourceObject.text;
  return {
    kind: "users",
    users: source === "Group" ? [] : users.map(describeUser),
    groups: source === "User" ? [] : groups.map(describeGroup),
  };
}

function membersOf(session: Session, group: string): MembersAnswer {
  const ids = memberIds(session.findObject("Group", group));
  return { kind: "members", members: ids.map(id => describeMember(id, session.findById(id))) };
}
