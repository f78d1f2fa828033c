import type { SCIMMY } from "scimmy";
import type { Resource } from "../../../engine/ports.ts";
import { type FindAttribute, subAttributesOf, valuesAt } from "../attributePath.ts";
import { readFilter } from "../filter.ts";
import { canonicalMembers, canonicalValue, isObject } from "./canonicalResource.ts";
import { readSelector, type Selector, selectedAttribute } from "./selector.ts";

/** One operation of a PATCH request (RFC 7644 section 3.5.2). */
export interface Operation {
  readonly op: string;
  readonly path?: string;
  readonly value?: unknown;
}

/**
 * The operations by which an RFC 7644 server does what Entra means by one: values in the schema's form, members without
 * a path one by one, and values to be removed one by one.
 */
export function canonicalOperations({ op, path, value }: Operation, find: FindAttribute): readonly Operation[] {
  if (path !== undefined) {
    return atPath(op, path, value, find);
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([name, member]) => atPath(verbFor(op, name, find), name, member, find))
    : [{ op, value }];
}

/** The resource with the element that an operation's path selects: where none matches it is added, as Entra expects. */
export function withSelectedElement(resource: Resource, { op, path = "" }: Operation, find: FindAttribute): Resource {
  const selector = readSelector(path);
  const list = selector && find(selector.list);
  if (!selector?.rest || list === undefined || op.toLowerCase() === "remove") {
    return resource;
  }
  const inElement = subAttributesOf(list.attribute);
  const selects = readFilter(`${selector.name} eq ${JSON.stringify(selector.value)}`, inElement);
  const elements = valuesAt(resource, list.keys);
  const [name = "", ...deeper] = list.keys;
  if (elements.some(selects) || deeper.length > 0) {
    return resource;
  }
  return { ...resource, [name]: [...elements, { [selector.name]: selector.value }] };
}

/** A replace without a path replaces lists, and sets the parts it names of complex values (RFC 7644 section 3.5.2.3). */
function verbFor(op: string, name: string, find: FindAttribute): string {
  const setsParts = op.toLowerCase() === "replace" && !find(name)?.attribute.config.multiValued;
  return setsParts ? "add" : op;
}

function atPath(op: string, path: string, value: unknown, find: FindAttribute): readonly Operation[] {
  const selector = readSelector(path);
  const attribute = (selector === undefined ? find(path) : selectedAttribute(selector, find))?.attribute;
  const canonicalPath = selector === undefined ? path : withCanonicalLiteral(selector, find);
  if (op.toLowerCase() === "remove") {
    return removals(op, canonicalPath, value, attribute);
  }
  if (attribute === undefined) {
    const members = isObject(value) ? canonicalMembers(value, name => find(`${path}:${name}`)) : value;
    return [{ op, path: canonicalPath, value: members }];
  }
  const canonical = canonicalValue(value, attribute);
  return canonical === undefined
    ? [{ op: "remove", path: canonicalPath }]
    : [{ op, path: canonicalPath, value: canonical }];
}

/** Entra names the members to remove by a list of values, for which RFC 7644 has a path with a filter. */
function removals(
  op: string,
  path: string,
  value: unknown,
  attribute: SCIMMY.Types.Attribute | undefined,
): readonly Operation[] {
  const values = [value ?? []].flat().map(one => (isObject(one) ? one.value : one));
  return attribute?.config.multiValued && values.length > 0
    ? values.map(one => ({ op, path: `${path}[value eq ${JSON.stringify(one)}]` }))
    : [{ op, path }];
}

/** `primary eq "True"` becomes `primary eq true`. */
function withCanonicalLiteral({ list, name, value, rest }: Selector, find: FindAttribute): string {
  const attribute = find(`${list}.${name}`)?.attribute;
  const canonical = attribute === undefined ? value : canonicalValue(value, attribute);
  return `${list}[${name} eq ${JSON.stringify(canonical)}]${rest === "" ? "" : `.${rest}`}`;
}
