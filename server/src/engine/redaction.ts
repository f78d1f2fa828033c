import { isNullOrEmpty } from "../functions/values.ts";
import { type Expression, walk } from "../language/expression/tree.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import { toFlowValue } from "./expression/evaluate.ts";
import type { MappedValue } from "./flow/mappedValue.ts";
import type { SourceObject } from "./ports.ts";
import { formEncode } from "./requests/formEncode.ts";
import type { Change } from "./requests/patchBody.ts";
import type { Write } from "./requests/writes.ts";
import type { FlowValue, ProvisioningStep } from "./result.ts";

/** What stands in the place of a redacted value (functions-for-customizing-application-data, Redact). */
export const redactedText = "[Redact]";

/** A value as it may be shown; that there is none is no secret. */
export function shownValue<T extends FlowValue>(value: T, redacted: boolean): T | typeof redactedText {
  return redacted && value !== null && !isNullOrEmpty(value) ? redactedText : value;
}

/** What is written, as it may be shown; the same object where all of it may. */
export function shownWrite(write: Write): Write {
  if (!("changes" in write) || !write.changes.some(({ redacted }) => redacted)) return write;
  return { ...write, changes: write.changes.map(shownChange) };
}

function shownChange(change: Change): Change {
  if (!change.redacted) return change;
  return { ...change, value: redactedText, ...(change.assignments && { assignments: [redactedText] }) };
}

/** The source attributes that any attribute mapping reads inside Redact. */
export function redactedAttributes({ attributeMappings }: ObjectMapping): ReadonlySet<string> {
  const expressions = attributeMappings.flatMap(({ source }) => ("expression" in source ? source.expression : []));
  const calls = expressions.flatMap(expression => walk(expression).filter(isRedact));
  const nodes = calls.flatMap(call => walk(call));
  return new Set(nodes.flatMap(node => (node.kind === "AttributeReference" ? node.name : [])));
}

/** The same for the mapping of a run, which may know them. */
export function redactedIn({
  mapping,
  redacted,
}: {
  readonly mapping: ObjectMapping;
  readonly redacted?: ReadonlySet<string>;
}): ReadonlySet<string> {
  return redacted ?? redactedAttributes(mapping);
}

/** True for an expression with Redact anywhere in it. */
export function redacts(expression: Expression): boolean {
  return [...walk(expression)].some(isRedact);
}

function isRedact(expression: Expression): boolean {
  return expression.kind === "Call" && expression.name === "Redact";
}

/**
 * Shorter values and truth values cannot be told from other text: masking every `1` would hide more than it protects.
 * Where a value stands by itself, as in a row or a request, it is masked whatever it is.
 */
const telling = /^(?!(?:true|false)$).{4,}/is;

/** The texts that no sentence of a result may quote: what redacted mappings give, and the attributes that they read. */
export function redactedTexts(
  mapped: readonly MappedValue[],
  mapping: ObjectMapping,
  object: SourceObject,
): ReadonlySet<string> {
  return textsBehind(mapped, redactedAttributes(mapping), object);
}

/** The same, where the attributes are known that they read. */
export function textsBehind(
  mapped: readonly MappedValue[],
  redacted: ReadonlySet<string>,
  { attributes }: SourceObject,
): ReadonlySet<string> {
  const read = [...redacted].flatMap(name => toFlowValue(attributes.get(name) ?? null) ?? []);
  const given = mapped.flatMap(({ redacted = [] }) => redacted);
  return new Set([...given, ...read].filter(text => telling.test(text)));
}

/** The members of a result that hold sentences, whose parts may come from the object or the target. */
const sentences: ReadonlySet<string> = new Set([
  "summary",
  "reason",
  "problem",
  "description",
  "message",
  "detail",
  "remedy",
  "received",
  "recommendedAction",
  "displayName",
]);

/** The result with these texts masked wherever a sentence quotes them: as they are, in JSON, or in a URL. */
export function conceal<T extends object>(result: T, texts: ReadonlySet<string>): T {
  if (texts.size === 0) return result;
  const spellings = [...texts].flatMap(spellingsOf).toSorted((left, right) => right.length - left.length);
  const mask = (text: string) => spellings.reduce((rest, spelling) => rest.replaceAll(spelling, redactedText), text);
  const json = JSON.stringify(result, (member, value: unknown) => {
    if (typeof value === "string") return sentences.has(member) ? mask(value) : value;
    return member === "details" ? maskedValues(value as ProvisioningStep["details"], mask) : value;
  });
  return JSON.parse(json) as T;
}

function maskedValues(details: ProvisioningStep["details"], mask: (text: string) => string) {
  return Object.fromEntries(Object.entries(details).map(([name, text]) => [name, mask(text)]));
}

function spellingsOf(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [text, json, formEncode(json), encodeURIComponent(json.toWellFormed())];
}
