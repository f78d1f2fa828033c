import type {
  AttributeFlow,
  FlowReason,
  FlowValue,
  MatchReport,
  ProvisioningAction,
  ProvisioningResult,
  ProvisioningStep,
  RecordedRequest,
  ReferenceReport,
  ScopeReport,
} from "../../engine/result.ts";
import { deltaSections } from "./delta.ts";
import type { Paint, Tone } from "./paint.ts";
import { type Cell, table } from "./table.ts";
import { visible } from "./visible.ts";
import { wireSections } from "./wire.ts";

/** How a result is shown: where it ran, and the terminal's looks. */
export interface PreviewLook {
  readonly environment: string;
  readonly paint: Paint;
  /** Columns; `Infinity` cuts nothing. */
  readonly width: number;
}

/** A run over one user for people: verdict, steps, attributes, requests and assumptions, in the order of the portal. */
export function previewLines(result: ProvisioningResult, look: PreviewLook): readonly string[] {
  const sections = [
    verdict(result, look),
    ["Steps", ...stepLines(result, look.paint)],
    ["Attributes", ...attributeLines(result.attributes, look)],
    ["Requests", ...requestLines(result.requests, look.paint)],
    ...wireSections(result.wire, look.paint),
    ...deltaSections(result.delta, look.paint),
    ["Assumptions", ...result.assumptions.map(({ text }) => `  ${visible(text)}`)],
  ];
  return sections
    .filter((lines, index) => index === 0 || lines.length > 1)
    .flatMap(([heading = "", ...lines], index) =>
      index === 0 ? [heading, ...lines] : ["", look.paint("strong", heading), ...lines],
    );
}

const actionTones: Readonly<Record<ProvisioningAction, Tone>> = {
  create: "good",
  update: "good",
  disable: "warning",
  delete: "warning",
  skip: "strong",
  fail: "bad",
};

function verdict(
  { action, summary, notes, mode, mapping }: ProvisioningResult,
  { environment, paint }: PreviewLook,
): string[] {
  const doing = mode === "dryRun" ? "dry run, nothing is written" : "provisioned on demand";
  return [
    paint(actionTones[action], visible(summary)),
    ...notes.map(visible),
    paint("faint", visible(`${mapping} · environment ${environment} · ${doing}`)),
  ];
}

function stepLines({ onDemand, scope, match }: ProvisioningResult, paint: Paint): readonly string[] {
  return onDemand.provisioningSteps.flatMap(step => [
    `  ${stepMark(step, paint)} ${stepNames[step.type].padEnd(6)}  ${visible(step.description)}`,
    ...(step.type === "Scoping" ? scopeLines(scope, paint) : []),
    ...(step.type === "Matching" && match ? matchLines(match, step) : []),
  ]);
}

/** What the portal calls the steps of provision on demand. */
const stepNames = { Import: "Import", Scoping: "Scope", Matching: "Match", Export: "Action" } as const;

function stepMark({ status }: ProvisioningStep, paint: Paint): string {
  switch (status) {
    case "Success":
      return paint("good", "✓");
    case "Failure":
      return paint("bad", "✗");
    case "Warning":
      return paint("warning", "!");
    case "Skipped":
      return paint("faint", "-");
  }
}

function scopeLines({ conditions, filters }: ScopeReport, paint: Paint): readonly string[] {
  return [
    ...conditions.map(({ name, passed, reason }) => `      ${mark(passed, paint)} ${visible(`${name}: ${reason}`)}`),
    ...filters.flatMap(({ name, passed, clauses }) => [
      `      ${mark(passed, paint)} filter ${visible(JSON.stringify(name))}`,
      ...clauses.map(
        clause =>
          `          ${mark(clause.passed, paint)} ${visible(clause.text)}  ${paint("faint", visible(clause.reason))}`,
      ),
    ]),
  ];
}

function mark(passed: boolean, paint: Paint): string {
  return passed ? paint("good", "✓") : paint("bad", "✗");
}

/** A step that failed did so in its last attempt, which then found nothing out. */
function matchLines({ attempts, targetId }: MatchReport, { status }: ProvisioningStep): readonly string[] {
  const failed = status === "Failure" ? attempts.at(-1) : undefined;
  return [
    ...attempts.map(attempt => {
      const { precedence, targetAttribute, value, hits } = attempt;
      const found = attempt === failed ? "failed" : `${hits} found`;
      return `      ${precedence}. ${visible(`${targetAttribute} = ${JSON.stringify(value)}`)}: ${found}`;
    }),
    ...(targetId === undefined ? [] : [`      target object ${visible(targetId)}`]),
  ];
}

const reasons: Readonly<Record<FlowReason, string>> = {
  changed: "changed",
  unchanged: "unchanged",
  default: "default value",
  flowsAlways: "flows always",
  onlyDuringCreation: "only during creation",
  flowIgnored: "flow ignored",
  empty: "no value",
  reference: "reference",
  notFlowing: "does not flow",
  problem: "problem",
};

/** Where lines are shorter than this, in columns, the sources have no room: they are in the file. */
const roomForSources = 100;

function attributeLines(flows: readonly AttributeFlow[], { paint, width }: PreviewLook): readonly string[] {
  if (flows.length === 0) return [];
  const hasRoom = width >= roomForSources;
  const rows = flows.map((flow): readonly Cell[] => [
    { text: flow.target, keeps: "ends" },
    ...(hasRoom ? [{ text: flow.source, tone: "faint" } as const] : []),
    valueText(flow.oldValue, flow),
    { text: valueText(flow.newValue, flow), tone: flow.why === "changed" || flow.why === "default" ? "good" : "faint" },
    flow.why === "problem" ? { text: flow.problem ?? reasons.problem, tone: "bad" } : reasons[flow.why],
  ]);
  const headings = ["target", ...(hasRoom ? ["source"] : []), "old", "new", "why"];
  return table(headings, rows, width - 2, paint).map(line => `  ${line}`);
}

/** A redacted value is no text of the target's, and so stands without quotes. */
function valueText(value: FlowValue, { redacted, references = [] }: AttributeFlow): string {
  if (value === null) return "-";
  if (redacted && typeof value === "string") return value;
  return [value]
    .flat()
    .map(text => quoted(text, references))
    .join(", ");
}

/** Behind the id of an object stands what a person calls it. */
function quoted(text: string, references: readonly ReferenceReport[]): string {
  const name = references.find(({ targetId }) => targetId === text)?.displayName;
  return name === undefined || name === text ? JSON.stringify(text) : `${JSON.stringify(text)} (${name})`;
}

function requestLines(requests: readonly RecordedRequest[], paint: Paint): readonly string[] {
  return requests.flatMap(request => [
    `  ${paint("strong", request.method)} ${visible(request.path)}  ${paint("faint", outcome(request))}`,
    ...failureLines(request, paint),
    ...placeholderLines(request, paint),
    ...bodyLines(request.body),
  ]);
}

function outcome({ purpose, sent, status }: RecordedRequest): string {
  if (!sent) return `${purpose}, not sent`;
  return status === undefined ? `${purpose}, no answer` : `${purpose}, ${status}`;
}

function failureLines({ failure }: RecordedRequest, paint: Paint): readonly string[] {
  if (failure === undefined) return [];
  const received = failure.received === undefined ? [] : [`    received: ${visible(failure.received)}`];
  return [`    ${paint("bad", visible(failure.message))}`, `    ${visible(failure.remedy)}`, ...received];
}

function placeholderLines({ placeholder }: RecordedRequest, paint: Paint): readonly string[] {
  if (placeholder === undefined) return [];
  return [`    ${paint("faint", `${placeholder} stands for the id that the target gives when it creates the object`)}`];
}

function bodyLines(body: string | undefined): readonly string[] {
  if (body === undefined) return [];
  return JSON.stringify(JSON.parse(body), null, 2)
    .split("\n")
    .map(line => `    ${line}`);
}
