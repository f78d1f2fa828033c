import { sameValue } from "../flow/difference.ts";
import type { Flow } from "../flow/flow.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import { shownValue } from "../redaction.ts";
import type { FlowValue } from "../result.ts";
import type { Comparison } from "./lane.ts";
import type { Planned } from "./planObject.ts";
import type { ImpactAction, ValueChange } from "./result.ts";

/** In what the two versions differ for an object. */
export interface Difference {
  /** What the version after does, references included. */
  readonly action: ImpactAction;
  /** Values that the account holds otherwise; none for an account that only one version has. */
  readonly changes: readonly ValueChange[];
}

/** Compares what two versions would do with an object; undefined where it is the same. */
export function differenceIn({ before, after }: Comparison): Difference | undefined {
  if (before === after) return undefined;
  const changes = [...valueChanges(before, after), ...referenceChanges(before, after)];
  const action = after.action === "noChange" && changes.length > 0 ? "update" : after.action;
  if (action === before.action && changes.length === 0) return undefined;
  return { action, changes };
}

const leavesAccount: ReadonlySet<ImpactAction> = new Set(["noChange", "update", "disable"]);

function valueChanges(before: Planned, after: Planned): readonly ValueChange[] {
  const haveBoth = leavesAccount.has(before.action) || before.action === after.action;
  if (after.action !== "create" && !leavesAccount.has(after.action)) return [];
  if (!haveBoth) return after.action === "create" ? [] : after.flows.flatMap(changeOf);
  const earlier = new Map(before.flows.map(flow => [flow.row.target, flow]));
  return after.flows.flatMap(flow => {
    const other = earlier.get(flow.row.target);
    return other === undefined ? changeOf(flow) : changeBetween(other, flow);
  });
}

function changeOf({ row }: Flow): readonly ValueChange[] {
  if (row.why !== "changed" && row.why !== "default") return [];
  const { target, oldValue, newValue, redacted } = row;
  return [{ target, oldValue, newValue, ...(redacted && { redacted }) }];
}

function changeBetween(one: Flow, other: Flow): readonly ValueChange[] {
  if (sameValue(one.holds, other.holds, true)) return [];
  return [change(other.row.target, one.holds, other.holds, one.row.redacted ?? other.row.redacted ?? false)];
}

function change(target: string, oldValue: FlowValue, newValue: FlowValue, redacted: boolean): ValueChange {
  const values = { oldValue: shownValue(oldValue, redacted), newValue: shownValue(newValue, redacted) };
  return { target, ...values, ...(redacted && { redacted }) };
}

/** References follow an account in a second step; they differ where they are to point to other objects of the source. */
function referenceChanges(before: Planned, after: Planned): readonly ValueChange[] {
  if (after.action !== "noChange" && after.action !== "update") return [];
  const earlier = new Map(before.mapped.map(value => [value.compiled.mapping.target.text, value]));
  return after.mapped.flatMap(value => {
    const target = value.compiled.mapping.target.text;
    const other = earlier.get(target);
    const [old, wanted] = [referenced(other), referenced(value)];
    if (!value.compiled.reference || wanted === null || sameValue(old, wanted, true)) return [];
    return [change(target, old, wanted, (other?.redacted ?? value.redacted) !== undefined)];
  });
}

function referenced(value: MappedValue | undefined): FlowValue {
  if (value?.given.kind !== "value" || !value.compiled.reference) return null;
  return value.given.value;
}
