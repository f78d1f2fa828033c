import type { Resource } from "../ports.ts";
import type { FlowValue } from "../result.ts";
import type { TargetPath } from "./targetPath.ts";

/**
 * What a resource holds at a path, as text: booleans `True`/`False`, of a complex value its `value`. Null where it
 * holds nothing. Names are compared in any case (RFC 7643 section 2.1).
 */
export function readTarget(resource: Resource, path: TargetPath): FlowValue {
  const root = path.urn === undefined ? resource : member(resource, path.urn);
  const held = elementOf(member(root, path.attribute), path);
  return toFlow(path.sub === undefined ? held : subAttribute(held, path.sub));
}

/** All values that a resource holds at a path, also where several elements are of the kind that it selects: a filter finds the resource by each of them (RFC 7644 section 3.4.2.2). */
export function valuesAt(resource: Resource, path: TargetPath): readonly string[] {
  const root = path.urn === undefined ? resource : member(resource, path.urn);
  const held = elementsOf(member(root, path.attribute), path);
  return [toFlow(path.sub === undefined ? held : subAttribute(held, path.sub)) ?? []].flat();
}

/** The member of an object by its name in any case; `undefined` where there is none, or no object. */
export function member(holder: unknown, name: string): unknown {
  if (!isObject(holder)) return undefined;
  if (Object.hasOwn(holder, name)) return holder[name];
  const wanted = name.toLowerCase();
  return Object.entries(holder).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

function elementOf(held: unknown, path: TargetPath): unknown {
  return path.element === undefined ? held : elementsOf(held, path)[0];
}

function elementsOf(held: unknown, { element }: TargetPath): readonly unknown[] {
  const elements: readonly unknown[] = Array.isArray(held) ? held : [held];
  if (element === undefined) return elements;
  return elements.filter(candidate => isLiteral(member(candidate, element.attribute), element.value));
}

/** The literal "True" stands for the boolean as well as for a text in any case. */
function isLiteral(value: unknown, literal: string): boolean {
  return scalarText(value)?.toLowerCase() === literal.toLowerCase();
}

function subAttribute(held: unknown, name: string): unknown {
  return Array.isArray(held) ? held.map(element => member(element, name)) : member(held, name);
}

function toFlow(held: unknown): FlowValue {
  if (!Array.isArray(held)) return textOf(held);
  const texts = held.map(textOf).filter(text => text !== null);
  return texts.length === 0 ? null : texts;
}

function textOf(held: unknown): string | null {
  if (!isObject(held)) return scalarText(held) ?? null;
  return scalarText(member(held, "value")) ?? JSON.stringify(held);
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
