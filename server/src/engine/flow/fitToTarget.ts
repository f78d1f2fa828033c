import * as l10n from "@vscode/l10n";
import type { AttributeType } from "../../catalogue/attribute.ts";
import { toText } from "../../functions/values.ts";
import { shownValue } from "../redaction.ts";
import { typedValue } from "../requests/targetValue.ts";
import { type CompiledMapping, sentType } from "./compiledMapping.ts";
import type { MappedValue } from "./mappedValue.ts";

/** A value in the form that its target attribute takes, or why it cannot take that form, with Entra's error code. */
export type Fitted =
  | { readonly kind: "fits"; readonly value: string | readonly string[] }
  | { readonly kind: "misfit"; readonly message: string; readonly errorCode: string };

/** Fits a value to its target: number of values, and the spelling of the type, such as `True` for a Boolean. */
export function fitToTarget(value: string | readonly string[], { compiled, redacted }: MappedValue): Fitted {
  const { target } = compiled.mapping;
  if (typeof value !== "string" && isSingleValued(compiled)) {
    const message = l10n.t`${target.text} takes one value, not a list of ${value.length}. Pick one with Item, or use Join.`;
    return { kind: "misfit", message, errorCode: "SchemaPropertyCanOnlyAcceptValue" };
  }
  const type = sentType(compiled);
  const misfit = (text: string) => wrongType(target.text, shownValue(text, redacted !== undefined), type);
  if (typeof value === "string" && compiled.fact?.multivalued !== true) {
    const spelled = spell(value, type);
    return spelled === undefined ? misfit(value) : { kind: "fits", value: spelled };
  }
  const texts: string[] = [];
  for (const text of typeof value === "string" ? [value] : value) {
    const spelled = spell(text, type);
    if (spelled === undefined) return misfit(text);
    texts.push(spelled);
  }
  return { kind: "fits", value: texts };
}

/** Where nothing is known of the attribute, a path to a part of it is taken for single-valued. */
function isSingleValued({ fact, path }: CompiledMapping): boolean {
  if (fact !== undefined) return !fact.multivalued;
  return path.kind === "path" && (path.element !== undefined || path.sub !== undefined);
}

function spell(text: string, type: AttributeType): string | undefined {
  const typed = typedValue(text, type);
  return typed === undefined ? undefined : toText(typed);
}

function wrongType(target: string, text: string, type: AttributeType): Fitted {
  return { kind: "misfit", message: wanted(target, text, type), errorCode: "AttributeValidationFailed" };
}

function wanted(target: string, text: string, type: AttributeType): string {
  const written = JSON.stringify(text);
  if (type === "Boolean") return l10n.t`${target} takes True or False, not ${written}.`;
  return /^-?\d+$/.test(text)
    ? l10n.t`${target} takes a whole number up to ${Number.MAX_SAFE_INTEGER}, past which JSON loses digits (RFC 8259 section 6), not ${written}. Declare it as a String.`
    : l10n.t`${target} takes a whole number, not ${written}.`;
}
