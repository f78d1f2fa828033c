import type { Course, Ending, Run, WriteAction } from "./course.ts";
import { type Decision, decide } from "./decide.ts";
import { flowOf } from "./flow.ts";
import type { MappedValue } from "./mappedValue.ts";
import type { FoundObject, MatchOutcome } from "./match.ts";
import { type Plan, planWrite } from "./plan.ts";
import type { ScimAnswer } from "./ports.ts";
import { recordRequest } from "./recordRequest.ts";
import { shownWrite } from "./redaction.ts";
import { followReferences } from "./references/followReferences.ts";
import { defaultWire } from "./requests/wire.ts";
import { createdId, type Write, writeRequest } from "./requests/writes.ts";
import type { ScopeVerdict } from "./scope.ts";
import { cancelled, fromScimFailure, type StepFailure } from "./stepFailure.ts";
import { settleUniqueValues } from "./uniqueValue.ts";

/** The end of a run: what flowed, what was written, how it ended. */
export type Act = Pick<Course, "mapped" | "flows" | "requests" | "writes" | "ending">;

/** Decides what is to be done with the object that was looked for, plans the request, hands it to the executor, and lets references follow. */
export async function act(
  run: Run,
  scope: ScopeVerdict,
  mapped: readonly MappedValue[],
  { found, failure }: MatchOutcome,
): Promise<Act> {
  if (failure !== undefined) return unmatched(mapped, failure);
  const decision = decide({
    scope,
    found,
    state: run.object.state,
    objectType: run.object.objectType,
    actions: run.mapping.actions,
    skipOutOfScopeDeletions: run.application?.skipOutOfScopeDeletions ?? false,
    canDisable: mapped.some(({ compiled }) => compiled.dependsOnIsSoftDeleted),
  });
  return carryOut(decision, run, mapped);
}

/** Rows that tell of problems are shown even though nothing could be compared with the target. */
function unmatched(mapped: readonly MappedValue[], failure: StepFailure): Act {
  const flows = mapped.map(value => flowOf(value, "create"));
  const told = flows.some(flow => flow.row.why === "problem");
  return { mapped, flows: told ? flows : [], ...nothing, ending: { kind: "failure", step: "Matching", failure } };
}

const nothing = { requests: [], writes: [] } as const;

async function carryOut(decision: Decision, run: Run, mapped: readonly MappedValue[]): Promise<Act> {
  switch (decision.kind) {
    case "skip":
      return { mapped, flows: [], ...nothing, ending: decision };
    case "delete":
      return { mapped, flows: [], ...(await write(run, { kind: "delete", id: decision.found.id })) };
    case "create":
      return create(run, mapped);
    case "update":
      return update(decision.found, run, mapped);
    case "disable":
      return change("disable", decision.found, run, mapped);
  }
}

async function create(run: Run, unsettled: readonly MappedValue[]): Promise<Act> {
  const { mapped, requests, failure } = await settleUniqueValues(unsettled, run);
  const flows = mapped.map(value => flowOf(value, "create"));
  const plan: Plan = failure === undefined ? planWrite(flows, run.mapping) : { kind: "failure", failure };
  const written = await carryOutPlan(plan, "create", run);
  const first = { mapped, flows, ...written, requests: [...requests, ...written.requests] };
  if (written.ending.kind !== "written") return first;
  const isPlanned = run.executor.kind === "dryRun";
  const id = isPlanned ? createdId : written.ending.targetId;
  return id === undefined ? first : followReferences(first, { id, isPlanned }, run);
}

async function update(found: FoundObject, run: Run, mapped: readonly MappedValue[]): Promise<Act> {
  const first = await change("update", found, run, mapped);
  if (first.ending.kind === "failure") return first;
  return followReferences(first, { ...found, isPlanned: false }, run);
}

async function change(
  kind: "update" | "disable",
  found: FoundObject,
  run: Run,
  mapped: readonly MappedValue[],
): Promise<Act> {
  const flows = mapped.map(value => flowOf(value, kind, found.resource));
  const plan = planWrite(flows, run.mapping, { kind, id: found.id });
  return { mapped, flows, ...(await carryOutPlan(plan, kind, run)) };
}

type Written = Pick<Act, "requests" | "writes" | "ending">;

async function carryOutPlan(plan: Plan, action: WriteAction, run: Run): Promise<Written> {
  switch (plan.kind) {
    case "write":
      return write(run, plan.write);
    case "noChange":
      return { ...nothing, ending: noChange };
    case "failure":
      return { ...nothing, ending: failedExport(action, plan.failure) };
  }
}

const noChange: Ending = {
  kind: "skip",
  reason: "RedundantExport",
  because: "it already has every value that flows",
};

function failedExport(action: WriteAction, failure: StepFailure): Ending {
  return { kind: "failure", step: "Export", action, failure };
}

async function write(run: Run, write: Write & { readonly kind: WriteAction }): Promise<Written> {
  const action = write.kind;
  if (run.signal?.aborted) return { ...nothing, ending: failedExport(action, cancelled) };
  const requestOf = (what: Write) => writeRequest(run.mapping.targetObject.text, what, run.wire ?? defaultWire);
  const [request, shown] = [requestOf(write), shownWrite(write)];
  const answer = goneIsDeleted(action, await run.executor.write(request, run.signal));
  const requests = [recordRequest(shown === write ? request : requestOf(shown), action, answer)];
  const writes = [write];
  if (answer.kind === "failure") return { requests, writes, ending: failedExport(action, fromScimFailure(answer)) };
  return { requests, writes, ending: { kind: "written", action, ...givenId(answer) } };
}

type Answer = ScimAnswer | { readonly kind: "planned" };

/** What is not there any more is as deleted as it can be. */
function goneIsDeleted(action: WriteAction, answer: Answer): Answer {
  const isGone = action === "delete" && answer.kind === "failure" && answer.status === 404;
  return isGone ? { kind: "done", status: 404 } : answer;
}

function givenId(answer: Answer): { readonly targetId?: string } {
  const id = answer.kind === "resource" ? answer.resource.id : undefined;
  return typeof id === "string" ? { targetId: id } : {};
}
