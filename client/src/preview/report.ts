import type { DirectoryUser, Environment, ProvisioningResult } from "../../../server/src/protocol.ts";
import { place, steps } from "./steps.ts";
import { actionWords, purposeWords, whyWords } from "./words.ts";

type Span = ProvisioningResult["attributes"][number]["span"];

/** One run and what it was about. */
export interface Preview {
  readonly result: ProvisioningResult;
  readonly user: DirectoryUser;
  readonly environment: Environment;
  /** The name of the file without its folder. */
  readonly file: string;
  /** The line of an offset, counted from 1. */
  readonly lineAt: (offset: number) => number;
}

/** What the panel and its text twin tell of a preview, in the order in which they tell it. */
export interface Report {
  readonly summary: string;
  /** What the run leaves out. */
  readonly notes: readonly string[];
  readonly facts: readonly Fact[];
  /** What hinders the run, where the summary does not say it, and the remedy. */
  readonly trouble: readonly string[];
  readonly steps: readonly Step[];
  readonly attributes: readonly AttributeRow[];
  readonly requests: readonly RequestReport[];
  readonly assumptions: readonly string[];
  /** Whether the same run can be made for real; otherwise why not. */
  readonly provision: { readonly possible: true } | { readonly possible: false; readonly reason: string };
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A step of provision on demand, as the portal numbers them. */
export interface Step {
  readonly name: "Import" | "Scope" | "Match" | "Action";
  readonly status: "Success" | "Warning" | "Failure" | "Skipped" | "Not reached";
  readonly description: string;
  /** What was read or written; empty where the checks tell it. */
  readonly details: readonly Fact[];
  readonly checks: readonly Check[];
}

/** A condition with its verdict; a filter has its clauses as parts. */
export interface Check {
  readonly text: string;
  readonly verdict: "passed" | "not passed" | "no hit" | "one hit" | `${number} hits`;
  readonly reason?: string;
  readonly place?: Place;
  readonly parts: readonly Check[];
}

/** A place in the file: offsets for the editor, the line for the person. */
export interface Place extends Span {
  readonly line: number;
}

export interface AttributeRow {
  readonly target: string;
  readonly source: string;
  readonly oldValue: Value;
  readonly newValue: Value;
  /** The values are masked. */
  readonly redacted: boolean;
  readonly kind: ProvisioningResult["attributes"][number]["why"];
  readonly why: string;
  readonly place: Place;
}

/** A text, the texts of a list, or null for no value. */
export type Value = string | readonly string[] | null;

export interface RequestReport {
  /** `POST /Users` */
  readonly line: string;
  readonly purpose: string;
  readonly outcome: "sent" | "would be sent" | "failed";
  readonly status?: number;
  /** Indented JSON; the text as it is where it is none. */
  readonly body?: string;
  readonly failure: readonly string[];
}

/** Everything that there is to tell of a preview. */
export function report(preview: Preview): Report {
  const { result } = preview;
  return {
    summary: result.summary,
    notes: result.notes,
    facts: facts(preview),
    trouble: trouble(result),
    steps: steps(preview),
    attributes: result.attributes.map(flow => ({
      target: flow.target,
      source: flow.source,
      oldValue: flow.oldValue,
      newValue: flow.newValue,
      redacted: flow.redacted === true,
      kind: flow.why,
      why: flow.problem ?? whyWords[flow.why],
      place: place(flow.span, preview),
    })),
    requests: result.requests.map(requestReport),
    assumptions: result.assumptions.map(({ text }) => text),
    provision: provisionable(preview),
  };
}

/** True for the sandbox, and for an environment that says `"write": true`. */
export function mayProvision({ endpoint, write }: Environment): boolean {
  return write || endpoint === "sandbox";
}

function facts({ result, user, environment, file }: Preview): Fact[] {
  return [
    { name: "Action", value: actionWords[result.action] },
    { name: "User", value: `${user.displayName} (${user.userPrincipalName})` },
    { name: "Environment", value: environmentText(environment) },
    { name: "Mapping", value: `${result.mapping}, ${file}` },
    { name: "Run", value: result.mode === "dryRun" ? "Dry run: nothing was written" : "Provisioned for real" },
  ];
}

function environmentText({ name, endpoint }: Environment): string {
  return name === endpoint ? name : `${name} (${endpoint})`;
}

function trouble({ action, summary, onDemand: { statusInfo } }: ProvisioningResult): string[] {
  const told = action === "fail" || statusInfo.status === "Failure" || statusInfo.status === "Warning";
  const texts = told ? [statusInfo.reason, statusInfo.recommendedAction] : [];
  return texts.filter(text => isText(text)).filter(text => !summary.includes(text));
}

function provisionable({ result, environment }: Preview): Report["provision"] {
  if (result.action === "skip") return { possible: false, reason: "There is nothing to provision." };
  if (result.action === "fail") return { possible: false, reason: "The run has to succeed before it can provision." };
  if (mayProvision(environment)) return { possible: true };
  const remedy = `"write": true for it in mapwright.json allows provisioning.`;
  return { possible: false, reason: `The environment ${environment.name} is read-only: ${remedy}` };
}

function requestReport(request: ProvisioningResult["requests"][number]): RequestReport {
  const { method, path, purpose, sent, status, body, failure } = request;
  return {
    line: `${method} ${path}`,
    purpose: purposeWords[purpose],
    outcome: failure ? "failed" : sent ? "sent" : "would be sent",
    ...(status !== undefined && { status }),
    ...(body !== undefined && { body: indented(body) }),
    failure: failure ? [failure.message, failure.detail, failure.received, failure.remedy].filter(isText) : [],
  };
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
