import type { AttributeType } from "../../catalogue/attribute.ts";
import type { TargetPath } from "../paths/targetPath.ts";

/** A value on its way to the target, as texts. */
export interface TargetValue {
  /** The target attribute as the mapping writes it. */
  readonly target: string;
  readonly path: TargetPath;
  readonly type: AttributeType;
  readonly value: string | readonly string[];
}

/** The JSON value of a text by the type of its attribute; `undefined` where the text is none of that type. */
export function typedValue(text: string, type: AttributeType): string | number | boolean | undefined {
  if (type === "Boolean") return booleans.get(text.toLowerCase());
  if (type !== "Integer") return text;
  const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

/** The object of a text that is JSON, as the app role functions give it; undefined for any other text. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** The multi-valued attributes whose elements are complex, with the value in `value` (RFC 7643 sections 4.1.2 and 4.2). */
export const complexElements: ReadonlySet<string> = new Set([
  "emails",
  "phoneNumbers",
  "ims",
  "photos",
  "addresses",
  "groups",
  "entitlements",
  "roles",
  "x509Certificates",
  "members",
]);
