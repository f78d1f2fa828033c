import { isNullOrEmpty } from "../../functions/values.ts";
import type { Act, Ending, Run } from "../course.ts";
import type { Flow } from "../flow/flow.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import { readTarget } from "../paths/readTarget.ts";
import { resourceType } from "../requests/resourceType.ts";
import type { AttributeFlow, FlowReason, FlowValue, ReferenceReport } from "../result.ts";
import { followMany } from "./followMany.ts";
import { followOne } from "./followOne.ts";
import type { Holder } from "./holder.ts";
import type { Followed, Reference } from "./reference.ts";
import { resolver } from "./resolve.ts";

/**
 * The second step: once the object is there, its references are written (how-provisioning-works, "Initial cycle"). What
 * goes wrong here is told on the attribute's row; it does not fail the object.
 */
export async function followReferences(first: Act, holder: Holder, run: Run): Promise<Act> {
  if (run.directory === undefined || first.flows.every(({ row }) => row.why !== "reference")) return first;
  const resolve = resolver(run, holder);
  const flows: Flow[] = [];
  const followed: Followed[] = [];
  for (const [index, flow] of first.flows.entries()) {
    const reference = flow.row.why === "reference" ? referenceOf(first.mapped[index], holder, run) : undefined;
    if (reference === undefined) {
      flows.push(flow);
      continue;
    }
    const follow = reference.isMany ? followMany : followOne;
    const came = await follow(reference, holder, run, resolve);
    followed.push(came);
    flows.push(conclude(flow, reference, came));
  }
  return {
    ...first,
    flows,
    requests: [...first.requests, ...followed.flatMap(({ requests }) => requests)],
    writes: [...first.writes, ...followed.flatMap(({ writes }) => writes)],
    ending: endingAfter(first.ending, flows),
  };
}

function referenceOf(mapped: MappedValue | undefined, holder: Holder, run: Run): Reference | undefined {
  if (mapped === undefined || mapped.redacted) return undefined;
  const { path, mapping, fact } = mapped.compiled;
  if (path.kind === "invalid" || mapped.given.kind !== "value") return undefined;
  const target = mapping.target.text;
  const last = run.lastKnown?.references(run.object.id, target);
  const isMembers = resourceType(run.mapping.targetObject.text) === "Group" && path.attribute === "members";
  const shown = holder.resource === undefined || isMembers ? [] : textsOf(readTarget(holder.resource, path));
  const chosen = run.onDemand?.members;
  const wanted = textsOf(mapped.given.value);
  return {
    target,
    path,
    flowType: mapping.flowType,
    isMany: fact?.multivalued === true,
    wanted: isMembers && chosen ? wanted.filter(id => chosen.includes(id)) : wanted,
    before: shown.length > 0 ? shown : (last ?? []),
    isComplete: last !== undefined && !(isMembers && chosen),
  };
}

function conclude(flow: Flow, { before, wanted, isMany }: Reference, { after, reports }: Followed): Flow {
  const idsValue = (ids: readonly string[]): FlowValue => (isMany ? (ids.length > 0 ? ids : null) : (ids[0] ?? null));
  const problems = reports.filter(({ outcome }) => outcome === "leftOut" || outcome === "failed");
  const row: AttributeFlow = {
    ...flow.row,
    oldValue: idsValue(before),
    newValue: idsValue(after),
    why: whyOf(reports, wanted),
    ...(problems.length > 0 && { problem: problems.map(({ reason }) => reason).join("; ") }),
    ...(reports.length > 0 && { references: reports }),
  };
  return { ...flow, row, holds: row.newValue };
}

function whyOf(reports: readonly ReferenceReport[], wanted: readonly string[]): FlowReason {
  const outcomes = new Set(reports.map(({ outcome }) => outcome));
  if (outcomes.has("set") || outcomes.has("added") || outcomes.has("removed")) return "changed";
  if (outcomes.has("leftOut") || outcomes.has("failed")) return "reference";
  return wanted.length === 0 ? "empty" : "unchanged";
}

/** An object that needed no change itself is updated where a reference was. */
function endingAfter(ending: Ending, flows: readonly Flow[]): Ending {
  const changed = flows.some(({ row }) => row.references !== undefined && row.why === "changed");
  return ending.kind === "skip" && changed ? { kind: "written", action: "update" } : ending;
}

function textsOf(value: FlowValue): readonly string[] {
  if (value === null || isNullOrEmpty(value)) return [];
  return typeof value === "string" ? [value] : value;
}
