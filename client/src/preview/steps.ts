import type { ProvisioningResult } from "../../../server/src/protocol.ts";
import type { Check, Place, Preview, Step } from "./report.ts";

type StepType = ProvisioningResult["onDemand"]["provisioningSteps"][number]["type"];
type Attempt = NonNullable<ProvisioningResult["match"]>["attempts"][number];

/** The four steps of provision on demand, also those that the run did not reach. */
export function steps(preview: Preview): Step[] {
  const { scope, match } = preview.result;
  return [
    step(preview, "Import", "Import", []),
    step(preview, "Scope", "Scoping", scopeChecks(scope, preview)),
    step(preview, "Match", "Matching", (match?.attempts ?? []).map(attemptCheck)),
    step(preview, "Action", "Export", []),
  ];
}

function step({ result }: Preview, name: Step["name"], type: StepType, checks: readonly Check[]): Step {
  const told = result.onDemand.provisioningSteps.findLast(candidate => candidate.type === type);
  return {
    name,
    status: told?.status ?? "Not reached",
    description: told?.description ?? "The run ended before this step.",
    details: Object.entries(checks.length > 0 ? {} : (told?.details ?? {})).map(([key, value]) => ({
      name: key,
      value,
    })),
    checks,
  };
}

function scopeChecks(scope: ProvisioningResult["scope"], preview: Preview): Check[] {
  const conditions = scope.conditions.map(({ name, passed, reason }) => ({
    text: name,
    verdict: verdict(passed),
    reason,
    parts: [],
  }));
  const filters = scope.filters.map(filter => ({
    text: `Scoping filter “${filter.name}”`,
    verdict: verdict(filter.passed),
    place: place(filter.span, preview),
    parts: filter.clauses.map(clause => ({
      text: clause.text,
      verdict: verdict(clause.passed),
      reason: clause.reason,
      place: place(clause.span, preview),
      parts: [],
    })),
  }));
  return [...conditions, ...filters];
}

function attemptCheck({ precedence, targetAttribute, value, hits }: Attempt): Check {
  return {
    text: `${targetAttribute} is “${value}”`,
    verdict: hits === 0 ? "no hit" : hits === 1 ? "one hit" : `${hits} hits`,
    reason: `Matching precedence ${precedence}.`,
    parts: [],
  };
}

function verdict(passed: boolean): "passed" | "not passed" {
  return passed ? "passed" : "not passed";
}

/** A span of the file with its line. */
export function place(span: Omit<Place, "line">, { lineAt }: Preview): Place {
  return { start: span.start, end: span.end, line: lineAt(span.start) };
}
