import type { DirectoryAnswer } from "../../../../server/src/protocol/views.ts";
import type { ViewServer } from "../viewServer.ts";
import type { Loaded, ObjectType } from "./nodes.ts";

/** How many users or groups come at a time. */
const pageSize = 100;

type Stopped = Exclude<DirectoryAnswer, { kind: "page" }>;

/** The users and groups that have come so far. */
export interface Pages {
  /** Begins anew, with those that have the text. */
  readonly begin: (uri: string, search: string) => Promise<Stopped | undefined>;
  /** Adds a page. */
  readonly more: (type: ObjectType) => Promise<Stopped | undefined>;
  readonly of: (type: ObjectType) => Loaded;
}

const nothing: Loaded = { total: 0, found: 0, users: [], groups: [] };

/** Reads a directory page by page, never all of it. */
export function createPages(server: Pick<ViewServer, "directory">): Pages {
  const loaded = new Map<ObjectType, Loaded>();
  const about = { uri: "", search: "" };
  const more = async (type: ObjectType) => {
    const before = loaded.get(type) ?? nothing;
    const offset = before.users.length + before.groups.length;
    const answer = await server.directory({ ...about, type, offset, limit: pageSize });
    if (answer.kind !== "page") return answer;
    const users = [...before.users, ...answer.users];
    loaded.set(type, { ...answer, users, groups: [...before.groups, ...answer.groups] });
    return undefined;
  };
  return {
    more,
    of: type => loaded.get(type) ?? nothing,
    begin: async (uri, search) => {
      Object.assign(about, { uri, search });
      loaded.clear();
      return (await more("User")) ?? more("Group");
    },
  };
}
