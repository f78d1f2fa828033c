import type { ObjectMapping } from "../../model/configuration.ts";
import type { NewMember, NewTest } from "../../model/writeTest.ts";
import type { SourceObject } from "../ports.ts";
import { redactedText } from "../redaction.ts";
import type { AttributeFlow, MatchReport, ProvisioningResult } from "../result.ts";

/** A run as a test that expects the same, and the target attributes that it has to leave out. */
export interface TestOfRun {
  readonly test: Omit<NewTest, "name" | "key">;
  /** Their values are redacted or secret. */
  readonly masked: readonly string[];
  /** They point to other objects, of which a test holds none. */
  readonly references: readonly string[];
}

/**
 * What a run of an object did, or would do, as a test: what the target held of the mapped attributes, the action with its
 * reason, and the values that flow. An attribute that the target never returns, such as a password, is never written.
 */
export function testOf(result: ProvisioningResult, object: SourceObject, mapping: ObjectMapping): TestOfRun {
  const { action, attributes, match, onDemand } = result;
  const masked = attributes.filter(row => isMasked(row, mapping));
  const references = attributes.filter(row => !masked.includes(row) && isReference(row));
  const told = attributes.filter(row => !masked.includes(row) && !references.includes(row));
  const reason = reasonOf(action, onDemand.statusInfo);
  return {
    test: {
      mapping: mapping.name.text,
      objectType: object.objectType,
      assigned: object.assigned,
      ...(match?.targetId !== undefined && { existing: existing(match, told) }),
      action,
      ...(reason !== undefined && { reason }),
      attributes: told.filter(flows).map(({ target, newValue }) => ({ name: target, value: newValue })),
    },
    masked: namesOf(masked),
    references: namesOf(references),
  };
}

function isMasked({ target, redacted, oldValue, newValue }: AttributeFlow, mapping: ObjectMapping): boolean {
  const isSecret = mapping.targetAttributes.byName.get(target)?.mutability === "WriteOnly";
  return redacted === true || (isSecret && (oldValue ?? newValue) !== null);
}

function isReference({ why, references }: AttributeFlow): boolean {
  return why === "reference" || references !== undefined;
}

function flows({ why }: AttributeFlow): boolean {
  return why === "changed" || why === "default" || why === "flowsAlways";
}

/** What the target holds of the mapped attributes; what it was found by is known also where the run ended before the mapping. */
function existing({ attempts }: MatchReport, rows: readonly AttributeFlow[]): readonly NewMember[] {
  const held = rows.flatMap(({ target, oldValue }) => (oldValue === null ? [] : { name: target, value: oldValue }));
  const found = attempts.find(({ hits }) => hits > 0);
  const isKnown = found === undefined || held.some(({ name }) => name === found.targetAttribute);
  if (isKnown || found.value.includes(redactedText)) return held;
  return [{ name: found.targetAttribute, value: found.value }, ...held];
}

function reasonOf(
  action: ProvisioningResult["action"],
  { skipReason, errorCode }: ProvisioningResult["onDemand"]["statusInfo"],
): string | undefined {
  if (action === "skip") return skipReason;
  return action === "fail" ? errorCode : undefined;
}

function namesOf(rows: readonly AttributeFlow[]): readonly string[] {
  return rows.map(({ target }) => target);
}
