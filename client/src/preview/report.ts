import * as l10n from "@vscode/l10n";
import type { Environment } from "../../../server/src/protocol/environments.ts";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { type AttributeRow, attributeRows } from "./attributeRows.ts";
import { type DeltaReport, deltaReport } from "./deltaReport.ts";
import type { Preview } from "./preview.ts";
import { fullNameOf } from "./previewed.ts";
import type { Fact, RequestReport, Step } from "./reportParts.ts";
import { requestReports } from "./requestReports.ts";
import { steps } from "./steps.ts";
import { type WireReport, wireReport } from "./wireReport.ts";
import { actionWords } from "./words.ts";

/** What the panel and its text twin tell of a preview, in the order in which they tell it. */
export interface Report {
  readonly summary: string;
  readonly of: Preview["previewed"]["kind"];
  /** What the run leaves out. */
  readonly notes: readonly string[];
  readonly facts: readonly Fact[];
  /** What hinders the run, where the summary does not say it, and the remedy. */
  readonly trouble: readonly string[];
  readonly steps: readonly Step[];
  readonly attributes: readonly AttributeRow[];
  readonly requests: readonly RequestReport[];
  /** Absent where nothing is written. */
  readonly wire?: WireReport;
  /** Absent where no attribute is at risk, and nobody asked. */
  readonly delta?: DeltaReport;
  readonly assumptions: readonly string[];
  /** Whether the same run can be made for real; otherwise why not. */
  readonly provision: { readonly possible: true } | { readonly possible: false; readonly reason: string };
}

/** Everything that there is to tell of a preview. */
export function report(preview: Preview): Report {
  const { result } = preview;
  const wire = wireReport(result);
  const delta = deltaReport(preview);
  return {
    summary: result.summary,
    of: preview.previewed.kind,
    notes: result.notes,
    facts: facts(preview),
    trouble: trouble(result),
    steps: steps(preview),
    attributes: attributeRows(preview),
    requests: requestReports(preview),
    ...(wire && { wire }),
    ...(delta && { delta }),
    assumptions: result.assumptions.map(({ text }) => text),
    provision: provisionable(preview),
  };
}

/** True for the sandbox, and for an environment that says `"write": true`. */
export function mayProvision({ endpoint, write }: Environment): boolean {
  return write || endpoint === "sandbox";
}

function facts(preview: Preview): Fact[] {
  const { result, environment, file } = preview;
  const { skipReason, errorCode } = result.onDemand.statusInfo;
  return [
    { name: l10n.t("Action"), value: actionWords[result.action] },
    ...(skipReason === undefined ? [] : [{ name: l10n.t("Skip reason"), value: skipReason }]),
    ...(errorCode === undefined ? [] : [{ name: l10n.t("Error code"), value: errorCode }]),
    ...whom(preview),
    { name: l10n.t("Environment"), value: environmentText(environment) },
    { name: l10n.t("Mapping"), value: `${result.mapping}, ${file}` },
    {
      name: l10n.t("Run"),
      value: result.mode === "dryRun" ? l10n.t("Dry run: nothing was written") : l10n.t("Provisioned for real"),
    },
  ];
}

function whom({ previewed }: Preview): Fact[] {
  if (previewed.kind === "user") return [{ name: l10n.t("User"), value: fullNameOf(previewed) }];
  const { group, members } = previewed;
  const names = members.map(({ displayName }) => displayName).join(", ");
  return [
    { name: l10n.t("Group"), value: group.displayName },
    { name: l10n.t("Members"), value: memberText(names, members.length, group.members) },
  ];
}

function memberText(names: string, shown: number, all: number): string {
  if (shown === 0) return l10n.t("None");
  return shown === all ? names : l10n.t("{0} ({1} of {2})", names, shown, all);
}

function environmentText({ name, endpoint }: Environment): string {
  return name === endpoint ? name : `${name} (${endpoint})`;
}

function trouble({ action, summary, onDemand: { statusInfo } }: ProvisioningResult): string[] {
  const told = action === "fail" || statusInfo.status === "Failure" || statusInfo.status === "Warning";
  const texts = told ? [statusInfo.reason, statusInfo.recommendedAction] : [];
  return texts.flatMap(text => (text === undefined || text === "" || summary.includes(text) ? [] : text));
}

function provisionable({ result, environment }: Preview): Report["provision"] {
  if (result.action === "skip") return { possible: false, reason: l10n.t("There is nothing to provision.") };
  if (result.action === "fail")
    return { possible: false, reason: l10n.t("The run has to succeed before it can provision.") };
  if (mayProvision(environment)) return { possible: true };
  return {
    possible: false,
    reason: l10n.t(
      'The environment {0} is read-only: "write": true for it in mapwright.json allows provisioning.',
      environment.name,
    ),
  };
}
