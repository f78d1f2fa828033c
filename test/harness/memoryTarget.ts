import { type CaseExact, search } from "../../server/src/engine/heldTarget.ts";
import type { Resource, ScimAnswer, ScimFailure, ScimRequest, TargetSystem } from "../../server/src/engine/ports.ts";

/** A SCIM target in memory, with what it was asked and what it holds. */
export interface MemoryTarget extends TargetSystem {
  readonly requests: readonly ScimRequest[];
  readonly resources: () => readonly Resource[];
}

type Members = Record<string, unknown>;

/** A small SCIM store: filters by `eq`, creates, applies PATCH operations as Entra writes them, deletes. Ids are 1, 2, 3, … */
export function memoryTarget(...initial: readonly Resource[]): MemoryTarget {
  const store = new Map(initial.map((resource, index) => [`${index + 1}`, { ...resource, id: `${index + 1}` }]));
  const requests: ScimRequest[] = [];
  let last = initial.length;

  function create(body: string): ScimAnswer {
    const resource = { ...(JSON.parse(body) as Members), id: `${++last}` };
    store.set(resource.id, resource);
    return { kind: "resource", status: 201, resource };
  }

  function change(id: string, body: string): ScimAnswer {
    const resource = store.get(id);
    if (resource === undefined) return notFound(id);
    const { Operations } = JSON.parse(body) as { Operations: readonly Operation[] };
    const changed = structuredClone(resource);
    for (const operation of Operations) apply(changed, operation);
    store.set(id, changed);
    return { kind: "resource", status: 200, resource: changed };
  }

  function answer(request: ScimRequest): ScimAnswer {
    const { method, path, body = "" } = request;
    if (method === "GET") return search([...store.values()], request, inAnyCase);
    const id = decodeURIComponent(path.split("/")[2] ?? "");
    if (method === "POST") return create(body);
    if (method === "PATCH") return change(id, body);
    return store.delete(id) ? { kind: "done", status: 204 } : notFound(id);
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

const inAnyCase: CaseExact = () => false;

interface Operation {
  readonly op: "Add" | "Replace";
  readonly path: string;
  readonly value: unknown;
}

function notFound(id: string): ScimFailure {
  return {
    kind: "failure",
    status: 404,
    message: `There is no resource ${id}.`,
    remedy: "Match it again.",
  };
}

function apply(resource: Members, { path, value }: Operation): void {
  const { holder, name } = locate(resource, path);
  const bool = name === "active" && typeof value === "string";
  holder[name] = bool ? value.toLowerCase() === "true" : value;
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
  const [first = "", second] = path.split(".");
  return second === undefined ? { holder: resource, name: first } : { holder: child(resource, first), name: second };
}

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
