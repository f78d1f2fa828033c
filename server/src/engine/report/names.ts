import type { ObjectMapping } from "../../model/configuration.ts";
import type { Run } from "../course.ts";
import { toFlowValue } from "../evaluate.ts";
import type { SourceObject } from "../ports.ts";
import { redactedAttributes } from "../redaction.ts";
import type { FlowValue } from "../result.ts";

/** What a person calls the object: its display name, else the user principal name, else the address, else the id. What its mapping redacts is passed over. */
export function objectName({ attributes, id }: SourceObject, mapping?: ObjectMapping): string {
  const redacted = mapping === undefined ? new Set<string>() : redactedAttributes(mapping);
  const names = ["displayName", "userPrincipalName", "mail"]
    .filter(name => !redacted.has(name))
    .map(name => toFlowValue(attributes.get(name) ?? null));
  return names.find((name): name is string => typeof name === "string" && name !== "") ?? id;
}

/** What a person calls the target: the application's name. */
export function targetName({ application }: Run): string {
  return application?.name.text ?? "the target";
}

/** A value as one text; the elements of a list as JSON. */
export function valueText(value: FlowValue): string | null {
  return value === null || typeof value === "string" ? value : JSON.stringify(value);
}

/** A target attribute without its URN, for a sentence. */
export function shortTarget(target: string): string {
  return target.startsWith("urn:") ? target.slice(target.lastIndexOf(":") + 1) : target;
}
