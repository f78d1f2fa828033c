import type { LogEntry, LoggedStatus } from "../../engine/cycle/logEntry.ts";
import type { Paint, Tone } from "./paint.ts";
import { visible } from "./visible.ts";

const tones: Readonly<Record<LoggedStatus, Tone>> = {
  success: "good",
  warning: "warning",
  failure: "bad",
  skipped: "faint",
};

/** An entry of the provisioning log, for a person: a line, and below it why it failed, the request and what to do. */
export function logLines(entry: LogEntry, paint: Paint): readonly string[] {
  const { activityDateTime, provisioningAction, provisioningStatusInfo, provisioningSteps, requests = [] } = entry;
  const { status, errorInformation: error } = provisioningStatusInfo;
  const description = provisioningSteps.at(-1)?.description ?? "";
  const head = `${paint("faint", activityDateTime)}  ${paint(tones[status], `${provisioningAction} ${status}`)}`;
  const refused = requests.findLast(({ failure }) => failure !== undefined);
  return [
    `${head}  ${visible(description)}`,
    ...(error ? [`    ${error.errorCode}: ${visible(error.reason)}`] : []),
    ...(refused ? [`    ${refused.method} ${visible(refused.path)}  ${refused.status ?? "no answer"}`] : []),
    ...(error?.recommendedAction ? [`    ${visible(error.recommendedAction)}`] : []),
  ];
}
