import type { Resource, ScimAnswer, ScimFailure, ScimRequest, TargetSystem } from "../../server/src/engine/ports.ts";

/** A SCIM target in memory, with what it was asked and what it holds. */
export interface MemoryTarget extends TargetSystem {
  readonly requests: readonly ScimRequest[];
  /** Users and groups, in the order of their ids. */
  readonly resources: () => readonly Resource[];
}

type Members = Record<string, unknown>;

/**
 * A small SCIM store: filters by `eq` and `and`, creates, applies PATCH operations as Entra writes them with and without
 * its flag, deletes. Ids are 1, 2, 3, …; a resource is a user unless its meta says Group.
 */
export function memoryTarget(...initial: readonly Resource[]): MemoryTarget {
  const store = new Map(initial.map((resource, index) => [`${index + 1}`, { ...resource, id: `${index + 1}` }]));
  const requests: ScimRequest[] = [];
  let last = initial.length;

  function create(body: string): ScimAnswer {
    const resource = { ...(JSON.parse(body) as Members), id: `${++last}` };
    store.set(resource.id, resource);
    return { kind: "resource", status: 201, resource };
  }

  function change(resource: Members & { id: string }, body: string): ScimAnswer {
    const { Operations } = JSON.parse(body) as { Operations: readonly Operation[] };
    const changed = structuredClone(resource);
    for (const operation of Operations) apply(changed, operation);
    store.set(resource.id, changed);
    return { kind: "resource", status: 200, resource: changed };
  }

  function answer({ method, path, body = "" }: ScimRequest): ScimAnswer {
    const { pathname, searchParams } = new URL(path, "http://target");
    const [, endpoint = "", written] = pathname.split("/");
    if (method === "POST") return create(body);
    if (written === undefined) return list(endpoint, searchParams.get("filter") ?? "");
    const id = decodeURIComponent(written);
    const resource = store.get(id);
    if (resource === undefined) return notFound(id);
    if (method === "GET") return { kind: "resource", status: 200, resource };
    if (method === "PATCH") return change(resource, body);
    store.delete(id);
    return { kind: "done", status: 204 };
  }

  function list(endpoint: string, filter: string): ScimAnswer {
    const resources = [...store.values()].filter(one => endpoint === endpointOf(one) && matches(one, filter));
    return { kind: "list", status: 200, totalResults: resources.length, resources };
  }

  return {
    requests,
    resources: () => [...store.values()],
    async send(request) {
      requests.push(request);
      return answer(request);
    },
  };
}

interface Operation {
  readonly op: string;
  readonly path?: string;
  readonly value?: unknown;
}

function endpointOf({ meta }: Members): string {
  return (meta as Members | undefined)?.resourceType === "Group" ? "Groups" : "Users";
}

function notFound(id: string): ScimFailure {
  return {
    kind: "failure",
    status: 404,
    message: `There is no resource ${id}.`,
    remedy: "Match it again.",
  };
}

function matches(resource: Members, filter: string): boolean {
  return filter.split(" and ").every(clause => {
    const [, path = "", literal = '""'] = /^(.+) eq (".*")$/.exec(clause) ?? [];
    const { holder, name } = locate(structuredClone(resource), path);
    const held = holder[name];
    const text = typeof held === "object" && held !== null && "value" in held ? held.value : held;
    return String(text).toLowerCase() === String(JSON.parse(literal)).toLowerCase();
  });
}

function apply(resource: Members, { op, path, value }: Operation): void {
  if (path === undefined) {
    for (const [name, member] of Object.entries(value as Members)) apply(resource, { op, path: name, value: member });
    return;
  }
  const { holder, name } = locate(resource, path);
  if (name.startsWith("members")) holder.members = membersAfter(holder, op.toLowerCase(), path, value);
  else if (name === "manager") holder.manager = managerOf(value);
  else if (op.toLowerCase() === "add" && Array.isArray(value))
    holder[name] = [...((holder[name] ?? []) as []), ...value];
  else holder[name] = name === "active" ? String(value).toLowerCase() === "true" : value;
}

/** A manager is an id, or an object with one; an empty id is nobody. */
function managerOf(value: unknown): Members | undefined {
  const id = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  return id === "" ? undefined : { value: id };
}

function membersAfter(holder: Members, op: string, path: string, value: unknown): readonly Members[] {
  const held = (holder.members ?? []) as readonly Members[];
  const [, selected] = /\[value eq "(.*)"\]$/.exec(path) ?? [];
  const named = selected === undefined ? (value as readonly Members[]) : [{ value: selected }];
  const rest = held.filter(member => !named.some(other => other.value === member.value));
  return op === "add" ? [...rest, ...named.map(member => ({ value: member.value }))] : rest;
}

/** The object that holds the last part of a path; what lacks on the way is created. */
function locate(resource: Members, path: string): { readonly holder: Members; readonly name: string } {
  const urn = /^(urn:.+):([^:[\]]+)$/.exec(path);
  if (urn) return { holder: child(resource, urn[1] ?? ""), name: urn[2] ?? "" };
  const element = /^(\w+)\[(\w+) eq "(.*)"\]\.(\w+)$/.exec(path);
  if (element) {
    const [, list = "", key = "", literal = "", name = ""] = element;
    return { holder: elementOf(resource, list, key, literal), name };
  }
  if (path === "manager") return { holder: child(resource, enterprise), name: path };
  const [first = "", second] = path.startsWith("members") ? [path] : path.split(".");
  return second === undefined ? { holder: resource, name: first } : { holder: child(resource, first), name: second };
}

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

function child(holder: Members, name: string): Members {
  holder[name] ??= {};
  return holder[name] as Members;
}

function elementOf(resource: Members, list: string, key: string, literal: string): Members {
  resource[list] ??= [];
  const elements = resource[list] as Members[];
  const wanted = key === "primary" ? literal === "True" : literal;
  const found = elements.find(element => element[key] === wanted);
  if (found) return found;
  const created = { [key]: wanted };
  elements.push(created);
  return created;
}
