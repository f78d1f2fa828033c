import type {
  ResetSandboxAnswer,
  SandboxPageAnswer,
  SandboxPageParams,
  SandboxParams,
  SandboxResourceAnswer,
  SandboxResourceParams,
  TestConnectionAnswer,
  TestConnectionParams,
} from "../protocol/views.ts";
import type { OpenedSandbox } from "../session/sandboxOf.ts";
import type { Runtime } from "./runtime.ts";

/** The answers to the requests about what applications are provisioned into. */
export interface Targets {
  readonly testConnection: (params: TestConnectionParams, signal: AbortSignal) => Promise<TestConnectionAnswer>;
  readonly sandbox: (params: SandboxPageParams) => Promise<SandboxPageAnswer>;
  readonly sandboxResource: (params: SandboxResourceParams) => Promise<SandboxResourceAnswer>;
  readonly resetSandbox: (params: SandboxParams) => Promise<ResetSandboxAnswer>;
}

/** Asks the endpoints and sandboxes of an editor's environments. */
export function createTargets({ inFile }: Runtime): Targets {
  const inSandbox = <T>(
    { uri, environment }: SandboxParams,
    answer: (sandbox: OpenedSandbox, owner: Pick<OpenedSandbox, "application" | "environment">) => Promise<T>,
  ) =>
    inFile(uri, async (file, { sandboxes }) => {
      const { sandboxOf } = await import("../session/sandboxOf.ts");
      const sandbox = await sandboxOf({ ...file, sandboxes, ...(environment !== undefined && { environment }) });
      return answer(sandbox, { application: sandbox.application, environment: sandbox.environment });
    });
  return {
    testConnection: ({ uri, environment }, signal) =>
      inFile(uri, async (file, means) => {
        const { testEnvironment } = await import("../session/testEnvironment.ts");
        return { kind: "tested", report: await testEnvironment({ ...means, ...file, environment, signal }) } as const;
      }),
    sandbox: ({ type, offset, limit, ...params }) =>
      inSandbox(params, async ({ page }, owner) => {
        const { describeResource } = await import("../session/describeResource.ts");
        const { total, resources } = await page(type, offset, limit);
        return { kind: "page", ...owner, total, resources: resources.map(describeResource) } as const;
      }),
    sandboxResource: ({ type, id, ...params }) =>
      inSandbox(params, async ({ read }) => ({ kind: "resource", resource: await read(type, id) }) as const),
    resetSandbox: params =>
      inSandbox(params, async ({ reset }, owner) => {
        const { users, groups } = await reset();
        return { kind: "reset", ...owner, users: users.length, groups: groups.length } as const;
      }),
  };
}
