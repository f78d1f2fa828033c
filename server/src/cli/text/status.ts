import { type JobState, statusCode } from "../../engine/cycle/jobState.ts";
import type { JobStatus } from "../../engine/cycle/jobStatus.ts";
import { doneIn, trouble } from "./cycle.ts";
import type { Paint } from "./paint.ts";
import { table } from "./table.ts";
import { visible } from "./visible.ts";

/** How a status is shown. */
interface Look {
  readonly paint: Paint;
  readonly width: number;
}

/** The status of a job, for a person. */
export function statusLines(status: JobStatus, { paint, width }: Look): readonly string[] {
  const { application, environment, state, provisioned } = status;
  const code = statusCode(state);
  const { watermark, lastExecution: last } = state;
  return [
    `${paint("strong", visible(application))} · environment ${environment} · ${paint(code === "Active" ? "good" : "bad", code)}`,
    `Last cycle   ${last ? `${last.kind}, ${last.state}, ended ${last.timeEnded}: ${doneIn(last)}` : "none"}`,
    `Watermark    ${watermark ?? "none: the next cycle is an initial one"}`,
    `Provisioned  ${provisioned.User} users, ${provisioned.Group} groups`,
    ...quarantineLines(state, paint),
    ...escrowLines(status, { paint, width }),
    ...stagedLines(status, { paint, width }),
  ];
}

function quarantineLines({ quarantine, disabled }: JobState, paint: Paint): readonly string[] {
  if (quarantine === undefined) return [];
  const { reason, seriesBegan, nextAttempt, error } = quarantine;
  const then = disabled ? `disabled since ${disabled}` : `next attempt ${nextAttempt}`;
  return [`Quarantine   ${reason}, since ${seriesBegan}, ${then}`, ...trouble(error, paint)];
}

function escrowLines({ escrows, escrowed }: JobStatus, { paint, width }: Look): readonly string[] {
  if (escrowed === 0) return [];
  const rows = escrows.map(({ name, errorCode, reason, attempts, nextAttempt }) => [
    name,
    errorCode,
    `${attempts}`,
    new Date(nextAttempt).toISOString().slice(0, 16),
    reason,
  ]);
  const more = escrowed - escrows.length;
  return [
    "",
    paint("strong", `${escrowed} failed and will be tried again`),
    ...table(["object", "error", "attempts", "next attempt", "reason"], rows, width, paint),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function stagedLines({ staged, stagedDeletions }: JobStatus, { paint, width }: Look): readonly string[] {
  if (staged === 0) return [];
  const rows = stagedDeletions.map(({ name, objectId, action }) => [name, action, objectId]);
  const more = staged - stagedDeletions.length;
  return [
    "",
    paint("strong", `${staged} staged to be disabled or deleted: nothing happens to them until somebody allows it`),
    ...table(["object", "action", "id"], rows, width, paint),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
