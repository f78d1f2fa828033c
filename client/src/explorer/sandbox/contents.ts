import type { SandboxOwner, SandboxPageAnswer, SandboxParams } from "../../../../server/src/protocol/views.ts";
import type { ViewServer } from "../viewServer.ts";
import type { LoadedResources, ResourceType } from "./nodes.ts";

/** How many users or groups come at a time. */
const pageSize = 100;

type Refused = Extract<SandboxPageAnswer, { kind: "refused" }>;

/** What of a sandbox has come so far. */
export interface Contents {
  /** Begins anew, with the sandbox of this file. */
  readonly begin: (sandbox: SandboxParams) => Promise<Refused | undefined>;
  /** Adds a page. */
  readonly more: (type: ResourceType) => Promise<Refused | undefined>;
  readonly of: (type: ResourceType) => LoadedResources;
  /** Whose sandbox it is; undefined before the first page. */
  readonly owner: () => (SandboxOwner & SandboxParams) | undefined;
}

const nothing: LoadedResources = { total: 0, resources: [] };

/** Reads a sandbox page by page, never all of it. */
export function createContents(server: Pick<ViewServer, "sandbox">): Contents {
  const loaded = new Map<ResourceType, LoadedResources>();
  let asked: SandboxParams = { uri: "" };
  let owner: (SandboxOwner & SandboxParams) | undefined;
  const more = async (type: ResourceType) => {
    const { resources: before } = loaded.get(type) ?? nothing;
    const answer = await server.sandbox({ ...asked, type, offset: before.length, limit: pageSize });
    if (answer.kind === "refused") return answer;
    const { uri } = asked;
    owner = { uri, application: answer.application, environment: answer.environment };
    loaded.set(type, { total: answer.total, resources: [...before, ...answer.resources] });
    return undefined;
  };
  return {
    more,
    of: type => loaded.get(type) ?? nothing,
    owner: () => owner,
    begin: async sandbox => {
      asked = sandbox;
      owner = undefined;
      loaded.clear();
      return (await more("User")) ?? more("Group");
    },
  };
}
