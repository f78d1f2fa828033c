import type { ElementFilter, TargetPath } from "../paths/targetPath.ts";
import { resourceType } from "./resourceType.ts";
import { complexElements, jsonObject, type TargetValue, typedValue } from "./targetValue.ts";
import type { Wire } from "./wire.ts";

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type Members = Map<string, Json | Members | Members[]>;

const enterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const groupMarker = "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group";

/** A custom extension is sent without being named here (use-scim-to-provision-users-and-groups, "Create User"). */
function schemasOf(targetObject: string, { mode, groupMarkerSchema }: Wire): readonly string[] {
  switch (resourceType(targetObject)) {
    case "User":
      return ["urn:ietf:params:scim:schemas:core:2.0:User", enterpriseUser];
    case "Group": {
      const marked = mode === "default" && groupMarkerSchema;
      return ["urn:ietf:params:scim:schemas:core:2.0:Group", ...(marked ? [groupMarker] : [])];
    }
    default:
      return [targetObject];
  }
}

/** The body of the POST that creates an object with these values, in the member order of Microsoft's SCIM library. */
export function createBody(targetObject: string, values: readonly TargetValue[], wire: Wire): string {
  const root: Members = new Map();
  const extensions: Members = new Map();
  for (const value of values) {
    const { urn } = value.path;
    place(urn === undefined ? root : complexMember(extensions, urn), value, wire);
  }
  root.set("schemas", schemasOf(targetObject, wire));
  root.set("meta", { resourceType: resourceType(targetObject) });
  const body = toObject(root);
  for (const urn of [...extensions.keys()].sort(enterpriseFirst)) body[urn] = toJson(extensions.get(urn) ?? {});
  return JSON.stringify(body);
}

function enterpriseFirst(left: string, right: string): number {
  if (left === enterpriseUser || right === enterpriseUser) return left === enterpriseUser ? -1 : 1;
  return left < right ? -1 : 1;
}

function place(holder: Members, { path, type, value }: TargetValue, wire: Wire): void {
  const json = typeof value === "string" ? (typedValue(value, type) ?? value) : value.map(text => element(path, text));
  if (path.element !== undefined)
    elementMember(holder, path.attribute, path.element, wire).set(path.sub ?? "value", json);
  else if (path.sub !== undefined) complexMember(holder, path.attribute).set(path.sub, json);
  else holder.set(path.attribute, json);
}

function complexMember(holder: Members, name: string): Members {
  const existing = holder.get(name);
  if (existing instanceof Map) return existing;
  const created: Members = new Map();
  holder.set(name, created);
  return created;
}

function elementMember(holder: Members, name: string, filter: ElementFilter, wire: Wire): Members {
  const existing = holder.get(name);
  const elements = isElements(existing) ? existing : [];
  holder.set(name, elements);
  const literal = filter.attribute === "primary" ? (typedValue(filter.value, "Boolean") ?? filter.value) : filter.value;
  const found = elements.find(candidate => candidate.get(filter.attribute) === literal);
  if (found !== undefined) return found;
  const created: Members = new Map([...impliedMembers(name, literal, wire), [filter.attribute, literal]]);
  elements.push(created);
  return created;
}

function isElements(held: Json | Members | Members[] | undefined): held is Members[] {
  return Array.isArray(held) && held[0] instanceof Map;
}

/** What Entra adds to an element: the work address is the primary one, a role is one of Entra's app roles. */
function impliedMembers(
  attribute: string,
  literal: Json,
  { otherEmailPrimary }: Wire,
): readonly (readonly [string, Json])[] {
  if (attribute === "emails" && literal === "work") return [["primary", true]];
  if (attribute === "emails" && otherEmailPrimary === "false") return [["primary", false]];
  if (attribute === "roles" && literal === true) return [["type", "WindowsAzureActiveDirectoryRole"]];
  return [];
}

/** An element of a multi-valued attribute. The text of a JSON object, as the app role functions give it, is sent as that object. */
function element({ attribute }: TargetPath, text: string): Json {
  return (jsonObject(text) as Json | undefined) ?? (complexElements.has(attribute) ? { value: text } : text);
}

function toObject(members: Members): Record<string, Json> {
  const object: Record<string, Json> = {};
  for (const name of inOrder(members)) object[name] = toJson(members.get(name) ?? []);
  return object;
}

function toJson(value: Json | Members | Members[]): Json {
  if (value instanceof Map) return toObject(value);
  return isElements(value) ? value.map(toObject) : value;
}

const first = ["schemas", "externalId", "userName", "primary", "type"];

/** Some go first, the others by the alphabet. */
function inOrder(members: Members): readonly string[] {
  const names: string[] = [];
  const others: string[] = [];
  for (const name of first) if (members.has(name)) names.push(name);
  for (const name of members.keys()) if (!first.includes(name)) others.push(name);
  if (others.length > 1) others.sort();
  for (const name of others) names.push(name);
  return names;
}
