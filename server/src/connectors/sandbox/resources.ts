import { randomUUID } from "node:crypto";
import { Types } from "scimmy";
import type { Resource } from "../../engine/ports.ts";
import { attributesOf, type FindAttribute } from "./attributePath.ts";
import { readFilter } from "./filter.ts";
import { canonicalMembers, isObject } from "./lenient/canonicalResource.ts";
import { patchLeniently, patchStrictly, toJson } from "./patch.ts";
import { projection } from "./projection.ts";
import type { ResourceType } from "./schemas.ts";
import type { Store, Stored } from "./store.ts";

/** What RFC 7644 section 3 lets a client do with the resources of one type. Each throws a SCIM error for what it refuses. */
export interface ResourceService {
  readonly create: (body: unknown) => Resource;
  readonly read: (id: string, query: URLSearchParams) => Resource;
  readonly list: (query: URLSearchParams) => Resource;
  readonly replace: (id: string, body: unknown) => Resource;
  readonly patch: (id: string, body: unknown) => Promise<Resource>;
  readonly remove: (id: string) => void;
}

const largestPage = 1000;

/** The service over one store. `address` stands before the endpoint in every resource's location. */
export function serveResources(
  type: ResourceType,
  store: Store,
  mode: "lenient" | "strict",
  address: string,
): ResourceService {
  const find = attributesOf(type.definition);
  const locate = (stored: Stored) => located(stored, `${address}${type.endpoint}`);
  return { ...reading(type, store, find, locate), ...writing(type, store, find, locate, mode) };
}

/** A stored resource with its location, as it is shown. */
type Locate = (stored: Stored) => Resource;

function reading(
  type: ResourceType,
  store: Store,
  find: FindAttribute,
  locate: Locate,
): Pick<ResourceService, "read" | "list"> {
  return {
    read: (id, query) => projection(query, find)(locate(existing(type, store, id))),
    list: query => {
      const filter = query.get("filter");
      const found = filter === null ? store.all() : store.all().filter(readFilter(filter, find));
      const project = projection(query, find);
      return listResponse(found, query, stored => project(locate(stored)));
    },
  };
}

function writing(
  type: ResourceType,
  store: Store,
  find: FindAttribute,
  locate: Locate,
  mode: "lenient" | "strict",
): Omit<ResourceService, "read" | "list"> {
  const lenient = mode === "lenient";
  const canonical = (body: unknown) => (lenient ? canonicalMembers(bodyMembers(body), find) : bodyMembers(body));
  const keep = (resource: Resource, id: string, created: string) => locate(put(type, store, resource, id, created));
  return {
    create: body => keep(canonical(body), randomUUID(), new Date().toISOString()),
    replace: (id, body) => keep(canonical(body), id, createdOf(existing(type, store, id))),
    patch: async (id, body) => {
      const before = existing(type, store, id);
      const patch = lenient ? patchLeniently : patchStrictly;
      return keep(await patch(type, before, bodyMembers(body), find), id, createdOf(before));
    },
    remove: id => {
      existing(type, store, id);
      store.remove(id);
    },
  };
}

/** Stores what the schema keeps of a resource, under the id that is given. */
function put(type: ResourceType, store: Store, resource: Resource, id: string, created: string): Stored {
  const { meta: _, ...checked } = toJson(new type.Schema(resource, "in"));
  const meta = { resourceType: type.name, created, lastModified: new Date().toISOString() };
  const stored: Stored = { ...checked, ...distinctMembers(checked), id, meta };
  store.put(stored);
  return stored;
}

function existing(type: ResourceType, store: Store, id: string): Stored {
  const found = store.get(id);
  if (found === undefined) {
    throw new Types.Error(404, "", `There is no ${type.name} with the id "${id}".`);
  }
  return found;
}

function bodyMembers(body: unknown): Resource {
  if (!isObject(body)) {
    throw new Types.Error(400, "invalidSyntax", "The body must be a JSON object.");
  }
  return body;
}

function createdOf({ meta }: Stored): string {
  return String((meta as Resource).created);
}

/** Adding a member twice leaves it once (RFC 7644 section 3.5.2.1). */
function distinctMembers({ members }: Resource): Resource {
  return Array.isArray(members)
    ? { members: [...new Map(members.map(member => [member.value, member])).values()] }
    : {};
}

function located(stored: Stored, collection: string): Resource {
  const location = `${collection}/${encodeURIComponent(stored.id)}`;
  return { ...stored, meta: { ...(stored.meta as Resource), location } };
}

/** RFC 7644 section 3.4.2.4. */
function listResponse(found: readonly Stored[], query: URLSearchParams, show: (stored: Stored) => Resource): Resource {
  const startIndex = Math.max(1, wholeNumber(query.get("startIndex"), 1));
  const count = Math.min(largestPage, Math.max(0, wholeNumber(query.get("count"), largestPage)));
  const page = found.slice(startIndex - 1, startIndex - 1 + count).map(show);
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: found.length,
    startIndex,
    itemsPerPage: page.length,
    Resources: page,
  };
}

function wholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^-?\d+$/.test(text) ? Number(text) : otherwise;
}
