import { complexElements, jsonObject, type TargetValue, typedValue } from "./targetValue.ts";
import type { Wire } from "./wire.ts";

/** A change of one target attribute. Entra adds where it knows of no value and replaces where it knows one. */
export interface Change extends TargetValue {
  readonly op: "Add" | "Replace";
  /** The elements are sent as the objects that they are, in the place of those that the target has. */
  readonly whole?: true;
  /** The app role assignments behind roles that are added, as JSON texts: one for each value. */
  readonly assignments?: readonly string[];
  /** The target is to have no value any more; `value` is empty. */
  readonly cleared?: true;
  /** The value may be sent and not shown. */
  readonly redacted?: true;
}

/** One operation of a PATCH request (RFC 7644 section 3.5.2), in the order of its members. */
interface Operation {
  readonly op: string;
  readonly path?: string;
  readonly value?: unknown;
}

/** The body of a PATCH request with these operations. */
export function patchMessage(operations: readonly Operation[]): string {
  return JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations });
}

/** The body of the PATCH that makes these changes (application-provisioning-config-problem-scim-compatibility, "Flags to alter the SCIM behavior"). */
export function patchBody(changes: readonly Change[], wire: Wire): string {
  return patchMessage(wire.mode === "compliant" ? compliantOperations(changes, wire) : plainOperations(changes, wire));
}

/** Without the flag: one operation for each attribute, its name verbatim as the path, values as texts. */
function plainOperations(changes: readonly Change[], { singleRole, clearedValue }: Wire): readonly Operation[] {
  const asText = singleRole === "text" ? changes.filter(isSingleRole) : [];
  const others = changes.filter(change => !asText.includes(change)).map(change => plainOperation(change, clearedValue));
  return [...others, ...singleRoleOperation(asText)];
}

function plainOperation(change: Change, clearedValue: Wire["clearedValue"]): Operation {
  const { op, target, path, value, whole, assignments, cleared } = change;
  if (cleared) return { op, path: target, value: emptyValue(clearedValue) };
  if (typeof value === "string") return { op, path: target, value };
  if (whole) return { op: op.toLowerCase(), path: target, value: value.map(elementValue) };
  const texts = assignments ?? value;
  return {
    op,
    path: target,
    value: complexElements.has(path.attribute) ? texts.map(text => ({ value: text })) : texts,
  };
}

function isSingleRole({ value, assignments }: Change): boolean {
  return typeof value === "string" && assignments !== undefined;
}

/** Value, name and type of a role come from one assignment, which is added once. */
function singleRoleOperation([first]: readonly Change[]): readonly Operation[] {
  if (first?.assignments === undefined) return [];
  const value = first.assignments.map(text => ({ value: text }));
  return [{ op: "Add", path: first.path.attribute, value }];
}

/** With the flag: paths that select an element come first and stay alone, all others of a verb share one flat value. */
function compliantOperations(changes: readonly Change[], wire: Wire): readonly Operation[] {
  const selecting = changes.filter(({ path }) => path.element !== undefined);
  const rest = Map.groupBy(
    changes.filter(({ path }) => path.element === undefined),
    ({ op }) => op.toLowerCase(),
  );
  return [
    ...selecting.map(change => compliantOperation(change, wire)),
    ...[...rest].map(([op, group]) => {
      const [only] = group;
      if (group.length === 1 && only !== undefined && wire.loneChange === "path") return compliantOperation(only, wire);
      return { op, value: Object.fromEntries(group.map(change => [change.target, compliantValue(change, wire)])) };
    }),
  ];
}

function compliantOperation(change: Change, wire: Wire): Operation {
  return { op: change.op.toLowerCase(), path: change.target, value: compliantValue(change, wire) };
}

/** Booleans and numbers as such, roles as the objects that a creation has. */
function compliantValue({ path, type, value, cleared }: Change, { clearedValue }: Wire): unknown {
  if (cleared) return emptyValue(clearedValue);
  if (typeof value === "string") return typedValue(value, type) ?? value;
  if (!complexElements.has(path.attribute)) return value;
  return value.map(text => jsonObject(text) ?? { value: text });
}

/** Microsoft's gallery tests ask a target to take either (SCIMReferenceCode, "SCIM Validation Test Overview"). */
function emptyValue(clearedValue: Wire["clearedValue"]): "" | null {
  return clearedValue === "null" ? null : "";
}

function elementValue(text: string): unknown {
  return jsonObject(text) ?? text;
}
