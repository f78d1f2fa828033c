import * as l10n from "@vscode/l10n";
import type { CycleCounts, Job, StatusDocument, TaskExecution } from "../../../server/src/protocol/jobs.ts";
import { count, counted } from "../counted.ts";
import { failed, type JobNode, type MakeRow, warned } from "./jobRow.ts";
import { countWords, doneIn, moment, stagedWords } from "./words.ts";

const nouns = { User: "user", Group: "group" } as const;

/** The rows of what a store says: what waits for somebody first, then what the last cycle did. */
export function statusNodes(job: Job, status: StatusDocument, row: MakeRow): readonly JobNode[] {
  const { watermark, synchronizedEntryCountByType: provisioned } = status;
  return [
    ...quarantineNodes(status, row),
    ...stagedNodes(job, status, row),
    ...escrowNodes(job, status, row),
    cycleNode(status.lastExecution, row),
    row("provisioned", {
      icon: "organization",
      label: l10n.t("Provisioned"),
      description: provisioned
        .map(({ key, value }) =>
          key === "User" || key === "Group" ? counted(value, nouns[key]) : `${count(value)} ${key}`,
        )
        .join(", "),
    }),
    row("watermark", {
      icon: "bookmark",
      label: l10n.t("Watermark"),
      description: watermark === undefined ? l10n.t("none: the next cycle is an initial one") : moment(watermark),
    }),
    row("log", { icon: "output", label: l10n.t("Provisioning log"), command: "mapwright.showJobLog" }),
  ];
}

function quarantineNodes({ quarantine, disabled }: StatusDocument, row: MakeRow): readonly JobNode[] {
  if (quarantine === undefined) return [];
  const { reason, error, seriesBegan, nextAttempt } = quarantine;
  const next =
    disabled === undefined
      ? { label: l10n.t("Next attempt"), description: moment(nextAttempt) }
      : { label: l10n.t("Disabled"), description: l10n.t("since {0}, until it is restarted", moment(disabled)) };
  return [
    row("quarantine", {
      ...warned,
      label: l10n.t("Quarantine"),
      description: reason,
      opens: "expanded",
      children: [
        row("quarantine message", { icon: "info", label: error.message, tooltip: error.message }),
        row("quarantine remedy", {
          icon: "lightbulb",
          label: error.recommendedAction,
          tooltip: error.recommendedAction,
        }),
        row("quarantine since", { icon: "history", label: l10n.t("Since"), description: moment(seriesBegan) }),
        row("quarantine next", { icon: "watch", ...next }),
      ],
    }),
  ];
}

function stagedNodes({ staged }: Job, { stagedDeletions }: StatusDocument, row: MakeRow): readonly JobNode[] {
  if (staged === 0) return [];
  const children = stagedDeletions.map(({ objectId, name, action, objectType, since }) =>
    row(`staged ${objectId}`, {
      icon: action === "delete" ? "trash" : "circle-slash",
      label: name,
      description: stagedWords[action],
      tooltip: `${objectType} ${objectId}\n${l10n.t("{0}, staged {1}", stagedWords[action], moment(since))}`,
    }),
  );
  return [
    row("staged", {
      ...warned,
      label: l10n.t("Staged deletions"),
      description: l10n.t("{0}, until somebody allows or rejects them", count(staged)),
      context: "mapwright.stagedDeletions",
      children: [...children, ...more("staged", staged - children.length, row)],
    }),
  ];
}

function escrowNodes({ escrowed }: Job, { escrows }: StatusDocument, row: MakeRow): readonly JobNode[] {
  if (escrowed === 0) return [];
  const children = escrows.map(({ objectId, name, errorCode, reason, recommendedAction, attempts, nextAttempt }) =>
    row(`escrow ${objectId}`, {
      icon: "error",
      label: name,
      description: errorCode,
      tooltip: `${reason}\n${recommendedAction}`,
      children: [
        row(`escrow ${objectId} reason`, { icon: "info", label: reason, tooltip: reason }),
        row(`escrow ${objectId} remedy`, { icon: "lightbulb", label: recommendedAction, tooltip: recommendedAction }),
        row(`escrow ${objectId} next`, {
          icon: "watch",
          label: l10n.t("Next attempt"),
          description: l10n.t("{0}, after {1}", moment(nextAttempt), counted(attempts, "attempt")),
        }),
      ],
    }),
  );
  return [
    row("escrows", {
      ...warned,
      label: l10n.t("Failed objects"),
      description: l10n.t("{0}, to be tried again", count(escrowed)),
      children: [...children, ...more("escrows", escrowed - children.length, row)],
    }),
  ];
}

function more(name: string, hidden: number, row: MakeRow): readonly JobNode[] {
  if (hidden <= 0) return [];
  const label = l10n.t("and {0} more", count(hidden));
  return [row(`${name} more`, { icon: "ellipsis", label, tooltip: l10n.t("The provisioning log has all of them.") })];
}

function cycleNode(last: TaskExecution | undefined, row: MakeRow): JobNode {
  if (last === undefined)
    return row("cycle", { icon: "history", label: l10n.t("Last cycle"), description: l10n.t("none") });
  const { kind, state, timeBegan, timeEnded, error } = last;
  const counts = Object.keys(countWords) as (keyof CycleCounts)[];
  const took = (Date.parse(timeEnded) - Date.parse(timeBegan)) / 1000;
  return row("cycle", {
    icon: "history",
    label: l10n.t("Last cycle"),
    description: `${kind}, ${state}: ${doneIn(last)}`,
    children: [
      ...(error === undefined
        ? []
        : [
            row("cycle error", {
              ...failed,
              label: error.message,
              tooltip: `${error.message}\n${error.recommendedAction}`,
            }),
            row("cycle remedy", { icon: "lightbulb", label: error.recommendedAction }),
          ]),
      row("cycle ended", {
        icon: "watch",
        label: l10n.t("Ended"),
        description: l10n.t("{0}, after {1} s", moment(timeEnded), took.toFixed(1)),
      }),
      ...counts.map(name =>
        row(`cycle ${name}`, {
          icon: "symbol-number",
          label: countWords[name],
          description: count(last[name]),
        }),
      ),
    ],
  });
}
