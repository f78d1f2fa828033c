import type { Course, Ending, Run, WriteAction } from "./course.ts";
import { type Decision, decide } from "./decide.ts";
import { type Flow, flowOf } from "./flow.ts";
import type { MappedValue } from "./mappedValue.ts";
import type { MatchOutcome } from "./match.ts";
import { planWrite } from "./plan.ts";
import type { ScimAnswer, ScimRequest } from "./ports.ts";
import { recordRequest } from "./recordRequest.ts";
import { deleteRequest } from "./requests/writes.ts";
import type { ScopeVerdict } from "./scope.ts";
import { cancelled, fromScimFailure, type StepFailure } from "./stepFailure.ts";

/** The end of a run: what flowed, what was written, how it ended. */
export type Act = Pick<Course, "flows" | "writes" | "ending">;

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
  return { flows: told ? flows : [], writes: [], ending: { kind: "failure", step: "Matching", failure } };
}

async function carryOut(decision: Decision, run: Run, mapped: readonly MappedValue[]): Promise<Act> {
  if (decision.kind === "skip") return { flows: [], writes: [], ending: decision };
  if (decision.kind === "delete") {
    return write(run, "delete", [], deleteRequest(run.mapping.targetObject.text, decision.found.id));
  }
  const action = decision.kind;
  const found = action === "create" ? undefined : decision.found;
  const flows = mapped.map(value => flowOf(value, action, found?.resource));
  const plan = planWrite(flows, run.mapping, found);
  if (plan.kind === "write") return write(run, action, flows, plan.request);
  return { flows, writes: [], ending: plan.kind === "noChange" ? noChange : failedExport(action, plan.failure) };
}

const noChange: Ending = {
  kind: "skip",
  reason: "RedundantExport",
  because: "the account already has every value that flows",
};

function failedExport(action: WriteAction, failure: StepFailure): Ending {
  return { kind: "failure", step: "Export", action, failure };
}

async function write(run: Run, action: WriteAction, flows: readonly Flow[], request: ScimRequest): Promise<Act> {
  if (run.signal?.aborted) return { flows, writes: [], ending: failedExport(action, cancelled) };
  const answer = await run.executor.write(request, run.signal);
  const writes = [recordRequest(request, action, answer)];
  if (answer.kind === "failure") return { flows, writes, ending: failedExport(action, fromScimFailure(answer)) };
  return { flows, writes, ending: { kind: "written", action, ...createdId(answer) } };
}

function createdId(answer: ScimAnswer | { readonly kind: "planned" }): { readonly targetId?: string } {
  const id = answer.kind === "resource" ? answer.resource.id : undefined;
  return typeof id === "string" ? { targetId: id } : {};
}
