import * as l10n from "@vscode/l10n";
import type { Act, Ending, Run, WriteAction } from "../course.ts";
import { type Decision, decide } from "../flow/decide.ts";
import { flowOf } from "../flow/flow.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import { type Plan, planWrite } from "../flow/plan.ts";
import type { FoundObject, MatchOutcome } from "../match/match.ts";
import { settleUniqueValues } from "../match/uniqueValue.ts";
import { followReferences } from "../references/followReferences.ts";
import { clearsValues } from "../requests/wire.ts";
import { createdId } from "../requests/writes.ts";
import type { ScopeVerdict } from "../scope/scope.ts";
import type { StepFailure } from "../stepFailure.ts";
import { failedExport, remove, type Written, writePlanned } from "./write.ts";

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
      return { mapped, flows: [], ...(await remove(decision.found.id, run)) };
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
  const { found, ...written } = await carryOutPlan(plan, "create", run, mapped);
  const first = { mapped, flows, ...written, requests: [...requests, ...written.requests] };
  if (found !== undefined) return adopt(first, found, run);
  if (written.ending.kind !== "written") return first;
  const isPlanned = run.executor.kind === "dryRun";
  const id = isPlanned ? createdId : written.ending.targetId;
  return id === undefined ? first : followReferences(first, { id, isPlanned }, run);
}

/** The object turned out to be there already: what it lacks is written to it. It was created by this run unless it was in the way. */
async function adopt(first: Act, found: FoundObject, run: Run): Promise<Act> {
  const wasInTheWay = first.requests.find(({ purpose }) => purpose === "create")?.status === 409;
  if (wasInTheWay && !run.mapping.actions.update) return { ...first, adopted: found, ending: updateNotEnabled() };
  const second = await change("update", found, run, first.mapped);
  const created: Ending = { kind: "written", action: "create", targetId: found.id };
  const adopted = {
    mapped: first.mapped,
    flows: wasInTheWay ? second.flows : first.flows,
    requests: [...first.requests, ...second.requests],
    writes: [...first.writes, ...second.writes],
    adopted: found,
    ending: wasInTheWay || second.ending.kind === "failure" ? second.ending : created,
  };
  if (second.ending.kind === "failure") return adopted;
  return followReferences(adopted, { ...found, isPlanned: false }, run);
}

function updateNotEnabled(): Ending {
  const because = l10n.t("the target has it, and the mapping does not allow the action update");
  return { kind: "skip", reason: "ActionNotEnabled", because };
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
  const flows = mapped.map(value => flowOf(value, kind, found.resource, clearsValues(run.wire)));
  const plan = planWrite(flows, run.mapping, { kind, id: found.id });
  const { found: _, ...written } = await carryOutPlan(plan, kind, run, mapped);
  return { mapped, flows, ...written };
}

async function carryOutPlan(
  plan: Plan,
  action: WriteAction,
  run: Run,
  mapped: readonly MappedValue[],
): Promise<Written> {
  switch (plan.kind) {
    case "write":
      return writePlanned(plan.write, mapped, run);
    case "noChange":
      return { ...nothing, ending: noChange() };
    case "failure":
      return { ...nothing, ending: failedExport(action, plan.failure) };
  }
}

function noChange(): Ending {
  return { kind: "skip", reason: "RedundantExport", because: l10n.t("it already has every value that flows") };
}
