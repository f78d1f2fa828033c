import * as l10n from "@vscode/l10n";
import type { LogEntry, LogFilter, NumberedEntry } from "../../../server/src/protocol/jobs.ts";

/** Whose log is shown, and what of it. */
export interface ShownLog {
  readonly application: string;
  readonly environment: string;
  readonly filter: LogFilter;
  /** The oldest first. */
  readonly entries: readonly NumberedEntry[];
  /** No more than so many of the newest are shown. */
  readonly limit: number;
}

/** A provisioning log as text: for each entry a line, and below it its steps, what changed, and why it failed. */
export function logText({ application, environment, filter, entries, limit }: ShownLog): string {
  const shown = entries.length >= limit ? l10n.t("the newest {0} entries", limit) : entryCount(entries.length);
  const title = l10n.t("Provisioning log of {0} in {1}", application, environment);
  const head = `${title} · ${filterWords(filter)} · ${shown}`;
  const body = entries.flatMap(({ entry }) => ["", ...entryLines(entry)]);
  return `${[head, ...(entries.length === 0 ? ["", l10n.t("No entry is like that.")] : body)].join("\n")}\n`;
}

function entryCount(number: number): string {
  return number === 1 ? l10n.t("1 entry") : l10n.t("{0} entries", number);
}

/** What of a log is shown: `everything`, `failure`, `create of "ada"`. */
export function filterWords({ action, status, subject }: LogFilter): string {
  const words = [action, status].filter(word => word !== undefined).join(" ") || l10n.t("everything");
  return subject === undefined ? words : l10n.t("{0} of “{1}”", words, subject);
}

/** The line that begins an entry. */
export function entryHead({ activityDateTime, provisioningAction, provisioningStatusInfo, sourceIdentity }: LogEntry) {
  const { displayName, id } = sourceIdentity;
  return `${activityDateTime}  ${provisioningAction} ${provisioningStatusInfo.status}  ${visible(displayName || id)}`.trimEnd();
}

function entryLines(entry: LogEntry): readonly string[] {
  const { provisioningSteps, modifiedProperties, provisioningStatusInfo, requests = [] } = entry;
  const { errorInformation: error } = provisioningStatusInfo;
  const refused = requests.findLast(({ failure }) => failure !== undefined);
  return [
    entryHead(entry),
    ...provisioningSteps.map(({ name, status, description }) => `    ${name} ${status}: ${visible(description)}`),
    ...modifiedProperties.map(
      ({ displayName, oldValue, newValue }) => `    ${displayName}: ${value(oldValue)} -> ${value(newValue)}`,
    ),
    ...(error ? [`    ${error.errorCode}: ${visible(error.reason)}`] : []),
    ...(refused ? [`    ${refused.method} ${visible(refused.path)}  ${refused.status ?? l10n.t("no answer")}`] : []),
    ...(error?.recommendedAction ? [`    ${visible(error.recommendedAction)}`] : []),
  ];
}

function value(text: string | null): string {
  return text === null ? l10n.t("no value") : JSON.stringify(text);
}

/** Data cannot break the layout. */
function visible(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
