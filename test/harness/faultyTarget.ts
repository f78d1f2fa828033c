import type { Clock } from "../../server/src/connectors/scim/delivery/clock.ts";
import type { Exchange, HttpAnswer, HttpRequest } from "../../server/src/connectors/scim/http/exchange.ts";
import { openTarget } from "../../server/src/connectors/scim/openTarget.ts";
import type { Resource, ScimAnswer, ScimRequest, TargetSystem } from "../../server/src/engine/ports.ts";
import { errorBody, list } from "./faultServer.ts";
import { type MemoryTarget, memoryTarget } from "./memoryTarget.ts";

/** What can become of one request, by name: whether it is done, and what comes back; an error is its code. */
export const mishaps = {
  none: { applies: true },
  refused: { applies: false, error: "ECONNREFUSED" },
  cutBefore: { applies: false, error: "ECONNRESET" },
  cutAfter: { applies: true, error: "UND_ERR_SOCKET" },
  ignored: { applies: false, error: "UND_ERR_HEADERS_TIMEOUT", takes: 60_000 },
  answeredTooLate: { applies: true, error: "UND_ERR_HEADERS_TIMEOUT", takes: 60_000 },
  bodyStops: { applies: true, error: "UND_ERR_BODY_TIMEOUT", takes: 30_000 },
  garbled: { applies: true, answer: { status: 200, text: "<html>Sign in</html>" } },
  halved: { applies: true, answer: { status: 200, text: '{"schemas":["urn' } },
  noise: { applies: true, error: "HPE_INVALID_CONSTANT", name: "HTTPParserError" },
  failedBefore: { applies: false, answer: { status: 500, text: "" } },
  failedAfter: { applies: true, answer: { status: 500, text: "" } },
  gatewayBefore: { applies: false, answer: { status: 502, text: "<html>Bad gateway</html>" } },
  gatewayAfter: { applies: true, answer: { status: 504, text: "<html>Gateway</html>" } },
  busy: { applies: false, answer: { status: 429, text: "", retryAfter: "30" } },
  away: { applies: false, answer: { status: 503, text: "" } },
  expired: { applies: false, answer: { status: 401, text: "" } },
  conflict: { applies: false, answer: { status: 409, text: errorBody(409, "uniqueness") } },
  unwilling: { applies: false, answer: { status: 400, text: errorBody(400, "invalidValue") } },
} as const satisfies Readonly<Record<string, Mishap>>;

interface Mishap {
  readonly applies: boolean;
  readonly answer?: HttpAnswer;
  readonly error?: string;
  readonly name?: string;
  readonly takes?: number;
}

/** `stale` answers a search as if nothing had been created since the run began. */
export type MishapName = keyof typeof mishaps | "stale";

/** A target in memory behind the real connector, and what went wrong there. */
export interface FaultyTarget {
  /** The connector for the next run, and the mishaps of its requests in turn. */
  readonly begin: (planned: readonly MishapName[]) => TargetSystem;
  readonly resources: () => readonly Resource[];
  /** Changes that were done and changed nothing, since what they say was so already. That of a member counts where its run had done it before: members are not read. */
  readonly doubled: () => readonly string[];
}

/** A target that takes every name once where it `isUnique`, and time after time where it is not. `onRequest` is told of every mishap. */
export function faultyTarget(clock: Clock, isUnique: boolean, onRequest: (mishap: MishapName) => void): FaultyTarget {
  const store = memoryTarget();
  const doubled: string[] = [];
  const done = new Set<string>();
  let planned: MishapName[] = [];
  let before: readonly Resource[] = [];
  const exchange: Exchange = async request => {
    const name = planned.shift() ?? "none";
    onRequest(name);
    if (name === "stale" && isSearch(request)) return staleAnswer(request, before, store);
    const { applies, answer, error, name: errorName, takes = 0 }: Mishap = mishaps[name === "stale" ? "none" : name];
    const sound = applies ? await apply(request) : undefined;
    if (takes > 0) await clock.sleep(takes);
    if (error !== undefined)
      throw Object.assign(new Error(error), { code: error, ...(errorName && { name: errorName }) });
    return answer ?? httpAnswer(sound);
  };
  async function apply(request: HttpRequest): Promise<ScimAnswer> {
    const held = JSON.stringify(store.resources());
    if (isUnique && request.method === "POST" && isTaken(store, request)) return conflict;
    const answer = await store.send(scimRequest(request));
    const change = `${request.method} ${request.path} ${request.body}`;
    const isNothing = answer.kind !== "failure" && JSON.stringify(store.resources()) === held;
    const isMember = change.includes('"members"');
    if (request.method === "PATCH" && isNothing && (done.has(change) || !isMember)) doubled.push(change);
    done.add(change);
    return answer;
  }

  return {
    resources: store.resources,
    doubled: () => doubled,
    begin(next) {
      done.clear();
      planned = [...next];
      before = store.resources();
      const world = { clock, chance: () => 0.5, open: () => exchange };
      return openTarget({ endpoint: "https://scim.example", authentication: { type: "bearer" }, secret: "x", world });
    },
  };
}

const conflict: ScimAnswer = { kind: "failure", status: 409, message: "", remedy: "", scimType: "uniqueness" };

function scimRequest({ method, path, body }: HttpRequest): ScimRequest {
  return { method, path, ...(body !== undefined && { body }) };
}

function isTaken(store: MemoryTarget, { body = "{}" }: HttpRequest): boolean {
  const wanted = nameOf(JSON.parse(body));
  return store.resources().some(held => nameOf(held) === wanted);
}

/** The name by which users and groups are matched. */
export function nameOf({ userName, displayName }: Resource): string {
  return String(userName ?? displayName).toLowerCase();
}

function isSearch({ method, path }: HttpRequest): boolean {
  return method === "GET" && path.includes("filter=");
}

/** What the search would have found before the run, as far as that is still there. */
async function staleAnswer(
  request: HttpRequest,
  before: readonly Resource[],
  store: MemoryTarget,
): Promise<HttpAnswer> {
  const known = new Set(before.map(({ id }) => id));
  const answer = await store.send(scimRequest(request));
  const resources = answer.kind === "list" ? answer.resources.filter(({ id }) => known.has(id)) : [];
  return { status: 200, text: list(resources.length, resources) };
}

function httpAnswer(answer: ScimAnswer | undefined): HttpAnswer {
  switch (answer?.kind) {
    case "resource":
      return { status: answer.status, text: JSON.stringify(answer.resource) };
    case "list":
      return { status: 200, text: list(answer.totalResults, answer.resources) };
    case "done":
      return { status: 204, text: "" };
    default:
      return { status: answer?.status ?? 500, text: errorBody(answer?.status ?? 500, answer?.scimType) };
  }
}
