import type { Course, Ending, Run, WriteAction } from "./course.ts";
import { type Decision, decide } from "./decide.ts";
import { flowOf } from "./flow.ts";
import type { MappedValue } from "./mappedValue.ts";
import type { FoundObject, MatchOutcome } from "./match.ts";
import { type Plan, planWrite } from "./plan.ts";
import type { ScimAnswer, ScimRequest } from "./ports.ts";
import { recordRequest } from "./recordRequest.ts";
import { deleteRequest } from "./requests/writes.ts";
import type { ScopeVerdict } from "./scope.ts";
import { cancelled, fromScimFailure, type StepFailure } from "./stepFailure.ts";
import { settleUniqueValues } from "./uniqueValue.ts";

/** The end of a run: what flowed, what was written, how it ended. */
export type Act = Pick<Course, "mapped" | "flows" | "requests" | "ending">;

/** Decides what is to be done with the object that was looked for, plans the request and hands it to the executor. */
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
  return { mapped, flows: told ? flows : [], requests: [], ending: { kind: "failure", step: "Matching", failure } };
}

async function carryOut(decision: Decision, run: Run, mapped: readonly MappedValue[]): Promise<Act> {
  if (decision.kind === "skip") return { mapped, flows: [], requests: [], ending: decision };
  if (decision.kind === "delete") {
    const request = deleteRequest(run.mapping.targetObject.text, decision.found.id);
    return { mapped, flows: [], ...(await write(run, "delete", request)) };
  }
  return decision.kind === "create" ? create(run, mapped) : change(decision.kind, decision.found, run, mapped);
}

async function create(run: Run, unsettled: readonly MappedValue[]): Promise<Act> {
  const { mapped, requests, failure } = await settleUniqueValues(unsettled, run);
  const flows = mapped.map(value => flowOf(value, "create"));
  const plan: Plan = failure === undefined ? planWrite(flows, run.mapping) : { kind: "failure", failure };
  const written = await carryOutPlan(plan, "create", run);
  return { mapped, flows, ...written, requests: [...requests, ...written.requests] };
}

async function change(
  kind: "update" | "disable",
  found: FoundObject,
  run: Run,
  mapped: readonly MappedValue[],
): Promise<Act> {
  const flows = mapped.map(value => flowOf(value, kind, found.resource));
  return { mapped, flows, ...(await carryOutPlan(planWrite(flows, run.mapping, found), kind, run)) };
}

type Written = Pick<Act, "requests" | "ending">;

async function carryOutPlan(plan: Plan, action: WriteAction, run: Run): Promise<Written> {
  switch (plan.kind) {
    case "write":
      return write(run, action, plan.request, plan.shown);
    case "noChange":
      return { requests: [], ending: noChange };
    case "failure":
      return { requests: [], ending: failedExport(action, plan.failure) };
  }
}

const noChange: Ending = {
  kind: "skip",
  reason: "RedundantExport",
  because: "the account already has every value that flows",
};

function failedExport(action: WriteAction, failure: StepFailure): Ending {
  return { kind: "failure", step: "Export", action, failure };
}

async function write(run: Run, action: WriteAction, request: ScimRequest, shown = request): Promise<Written> {
  if (run.signal?.aborted) return { requests: [], ending: failedExport(action, cancelled) };
  const answer = await run.executor.write(request, run.signal);
  const requests = [recordRequest(shown, action, answer)];
  if (answer.kind === "failure") return { requests, ending: failedExport(action, fromScimFailure(answer)) };
  return { requests, ending: { kind: "written", action, ...createdId(answer) } };
}

function createdId(answer: ScimAnswer | { readonly kind: "planned" }): { readonly targetId?: string } {
  const id = answer.kind === "resource" ? answer.resource.id : undefined;
  return typeof id === "string" ? { targetId: id } : {};
}
