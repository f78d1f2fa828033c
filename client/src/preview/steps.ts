import * as l10n from "@vscode/l10n";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { place } from "../webview/place.ts";
import type { Preview } from "./preview.ts";
import type { Check, Fact, Step } from "./reportParts.ts";
import { conditionWords } from "./words.ts";

type Told = ProvisioningResult["onDemand"]["provisioningSteps"][number];
type Attempt = NonNullable<ProvisioningResult["match"]>["attempts"][number];

/** The steps of provision on demand, also those that the run did not reach. The test of the connection is one where it failed (provision-on-demand, "Step 1: Test connection"). */
export function steps(preview: Preview): readonly Step[] {
  const { scope, match, onDemand } = preview.result;
  const told = (type: Told["type"]) => onDemand.provisioningSteps.findLast(candidate => candidate.type === type);
  const imported = told("Import");
  const isConnectionTest = imported?.status === "Failure";
  return [
    ...(isConnectionTest ? [step("Test connection", imported)] : []),
    step("Import", isConnectionTest ? undefined : imported, { details: detailsOf(imported) }),
    step("Scope", told("Scoping"), { checks: scopeChecks(scope, preview) }),
    step("Match", told("Matching"), {
      checks: attemptChecks(match?.attempts ?? [], told("Matching")),
      details: match?.targetId === undefined ? [] : [{ name: l10n.t("Target object"), value: match.targetId }],
    }),
    step("Action", told("Export"), { details: detailsOf(told("Export")) }),
  ];
}

function step(name: Step["name"], told: Told | undefined, more: Partial<Step> = {}): Step {
  const nothing = { details: [], checks: [] };
  if (told === undefined)
    return { name, status: "Not reached", description: l10n.t("The run ended before this step."), ...nothing };
  return { name, status: told.status, description: told.description, ...nothing, ...more };
}

/** The details of Import are the attributes that were read; Graph's TargetId is called as in Match. */
function detailsOf(told: Told | undefined): readonly Fact[] {
  return Object.entries(told?.details ?? {}).map(([name, value]) => ({
    name: told?.type === "Export" && name === "TargetId" ? l10n.t("Target object") : name,
    value,
  }));
}

function scopeChecks(scope: ProvisioningResult["scope"], preview: Preview): readonly Check[] {
  const conditions = scope.conditions.map(({ name, passed, reason }) => ({
    text: conditionWords[name],
    verdict: verdict(passed),
    reason,
    parts: [],
  }));
  const filters = scope.filters.map(filter => ({
    text: l10n.t("Scoping filter “{0}”", filter.name),
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

/** The queries in their order. A step that failed did so in its last one, which then found nothing out. */
function attemptChecks(attempts: readonly Attempt[], told: Told | undefined): readonly Check[] {
  const failed = told?.status === "Failure" ? attempts.at(-1) : undefined;
  return attempts.map(attempt => ({
    text: `${attempt.targetAttribute} eq ${JSON.stringify(attempt.value)}`,
    verdict: attempt === failed ? "failed" : hitWords(attempt.hits),
    reason: l10n.t("Matching precedence {0}.", attempt.precedence),
    parts: [],
  }));
}

function hitWords(hits: number): Check["verdict"] {
  if (hits === 0) return "no hit";
  return hits === 1 ? "one hit" : `${hits} hits`;
}

function verdict(passed: boolean): "passed" | "not passed" {
  return passed ? "passed" : "not passed";
}
