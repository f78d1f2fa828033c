import { Resources, Types } from "scimmy";
import type { ResourceService } from "./resources.ts";
import type { InTurn } from "./turns.ts";

/** A request that has been authorized. */
export interface Request {
  readonly method: string;
  /** The path beneath the base path, decoded: `["Users", "2819c223"]`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** The parsed JSON; undefined where there was no body. */
  readonly body?: unknown;
}

/** What is sent back; without a body for a deletion. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** The resources of one type, the turns in which they are changed, and what keeps them and their file alike. */
export interface ServedType {
  readonly resources: ResourceService;
  readonly inTurn: InTurn;
  readonly save: () => Promise<void>;
  readonly refresh: () => Promise<void>;
}

/** By the first part of the path: `Users`, `Groups`. */
export type ServedTypes = ReadonlyMap<string, ServedType>;

/** Answers a request, a change once it is saved. Throws SCIM errors. */
export async function route(types: ServedTypes, request: Request): Promise<Answer> {
  const [first = "", id, ...rest] = request.path;
  const served = types.get(first);
  if (rest.length > 0) {
    throw notFound(request);
  }
  if (served === undefined) {
    return discover(first, id, request);
  }
  const { resources, inTurn, save, refresh } = served;
  const answer = async () => {
    await refresh();
    return id === undefined ? routeType(resources, request) : routeResource(resources, id, request);
  };
  if (request.method === "GET") return answer();
  const changed = await inTurn(answer);
  await save();
  return changed;
}

function routeType(service: ResourceService, request: Request): Answer {
  switch (request.method) {
    case "GET":
      return { status: 200, body: service.list(request.query) };
    case "POST":
      return { status: 201, body: service.create(request.body) };
    default:
      throw notAllowed(request);
  }
}

async function routeResource(service: ResourceService, id: string, request: Request): Promise<Answer> {
  switch (request.method) {
    case "GET":
      return { status: 200, body: service.read(id, request.query) };
    case "PUT":
      return { status: 200, body: service.replace(id, request.body) };
    case "PATCH":
      return { status: 200, body: await service.patch(id, request.body) };
    case "DELETE":
      service.remove(id);
      return { status: 204 };
    default:
      throw notAllowed(request);
  }
}

/** RFC 7644 section 4. */
async function discover(name: string, id: string | undefined, request: Request): Promise<Answer> {
  const Resource = discovery.get(name);
  if (Resource === undefined) {
    throw notFound(request);
  }
  if (request.method !== "GET") {
    throw notAllowed(request);
  }
  return { status: 200, body: await new Resource(id).read() };
}

/** Without an id they read all there is. */
type DiscoveryResource = new (id: string | undefined) => { readonly read: () => Promise<unknown> };

const discovery = new Map<string, DiscoveryResource>([
  ["ServiceProviderConfig", Resources.ServiceProviderConfig],
  ["Schemas", Resources.Schema],
  ["ResourceTypes", Resources.ResourceType],
]);

function notFound({ path }: Request): Error {
  return new Types.Error(404, "", `Nothing is served at /${path.join("/")}.`);
}

function notAllowed({ method, path }: Request): Error {
  return new Types.Error(405, "", `${method} is not supported at /${path.join("/")}.`);
}
