import * as l10n from "@vscode/l10n";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { indented } from "./requestReports.ts";

type Wire = NonNullable<ProvisioningResult["wire"]>;
type Mode = Wire["used"];

/** What is written, without and with the flag of the tenant URL, and where servers stumble at it. */
export interface WireReport {
  readonly requests: readonly WireRequest[];
  readonly quirks: readonly WireQuirk[];
}

/** One writing request in both forms. */
export interface WireRequest {
  /** `PATCH /Users/1` */
  readonly line: string;
  /** Without the flag, then with it; one for both where they are the same. */
  readonly sides: readonly WireSide[];
}

/** The body of a request in one form, line by line. */
export interface WireSide {
  readonly heading: string;
  readonly lines: readonly WireLine[];
}

/** `differs`: the other form has no such line. */
export interface WireLine {
  readonly text: string;
  readonly differs: boolean;
}

export interface WireQuirk {
  readonly when: string;
  /** This run writes that way. */
  readonly concernsRun: boolean;
  /** `PATCH /Users/1` */
  readonly line: string;
  readonly text: string;
  readonly consequence: string;
}

/** The comparison of what a run writes; undefined where it writes nothing. */
export function wireReport({ wire }: ProvisioningResult): WireReport | undefined {
  if (wire === undefined || wire.default.length === 0) return undefined;
  return {
    requests: wire.default.map((request, index) => ({
      line: `${request.method} ${request.path}`,
      sides: sides(request.body, wire.compliant[index]?.body, wire.used),
    })),
    quirks: wire.differences.map(difference => ({
      when: modeWords[difference.mode],
      concernsRun: difference.mode === "both" || difference.mode === wire.used,
      line: lineOf(wire[difference.mode === "compliant" ? "compliant" : "default"][difference.request]),
      text: difference.text,
      consequence: difference.consequence,
    })),
  };
}

const modeWords: Readonly<Record<Wire["differences"][number]["mode"], string>> = {
  default: l10n.t("Without the flag"),
  compliant: l10n.t("With the flag"),
  both: l10n.t("Either way"),
};

function lineOf(request: Wire["default"][number] | undefined): string {
  return request === undefined ? "" : `${request.method} ${request.path}`;
}

function sides(without: string | undefined, withFlag: string | undefined, used: Mode): readonly WireSide[] {
  const [one, other] = [bodyLines(without), bodyLines(withFlag)];
  if (without === withFlag) return [{ heading: l10n.t("Without and with the flag"), lines: marked(one, one) }];
  return [
    { heading: heading("default", used), lines: marked(one, other) },
    { heading: heading("compliant", used), lines: marked(other, one) },
  ];
}

function heading(mode: Mode, used: Mode): string {
  return mode === used ? l10n.t("{0}, as this run writes", modeWords[mode]) : modeWords[mode];
}

function bodyLines(body: string | undefined): readonly string[] {
  return body === undefined ? [l10n.t("No body")] : indented(body).split("\n");
}

/** A line differs where the other body has fewer lines of that text, whatever their indentation. */
function marked(lines: readonly string[], others: readonly string[]): readonly WireLine[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(bare(other), (left.get(bare(other)) ?? 0) + 1);
  return lines.map(text => {
    const remaining = left.get(bare(text)) ?? 0;
    left.set(bare(text), remaining - 1);
    return { text, differs: remaining <= 0 };
  });
}

function bare(line: string): string {
  return line.trim().replace(/,$/, "");
}
