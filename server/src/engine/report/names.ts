import * as l10n from "@vscode/l10n";
import type { ObjectMapping } from "../../model/configuration.ts";
import type { Run } from "../course.ts";
import { toFlowValue } from "../expression/evaluate.ts";
import type { SourceObject } from "../ports.ts";
import { redactedAttributes } from "../redaction.ts";
import type { FlowValue } from "../result.ts";

/** What a person calls the object: its display name, else the user principal name, else the address, else the id. What its mapping redacts is passed over. */
export function objectName(object: SourceObject, mapping?: ObjectMapping): string {
  return shownName(object, mapping === undefined ? nothing : redactedAttributes(mapping));
}

const nothing: ReadonlySet<string> = new Set();

/** The same, where the attributes are known that its mapping redacts. */
export function shownName({ attributes, id }: SourceObject, redacted: ReadonlySet<string>): string {
  for (const attribute of ["displayName", "userPrincipalName", "mail"]) {
    const name = redacted.has(attribute) ? null : toFlowValue(attributes.get(attribute) ?? null);
    if (typeof name === "string" && name !== "") return name;
  }
  return id;
}

/** What a person calls the target: the application's name. */
export function targetName({ application }: Run): string {
  return application?.name.text ?? l10n.t("the target");
}

/** A value as one text; the elements of a list as JSON. */
export function valueText(value: FlowValue): string | null {
  return value === null || typeof value === "string" ? value : JSON.stringify(value);
}

/** A target attribute without its URN, for a sentence. */
export function shortTarget(target: string): string {
  return target.startsWith("urn:") ? target.slice(target.lastIndexOf(":") + 1) : target;
}
