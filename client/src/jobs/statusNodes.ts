import type { CycleCounts, Job, StatusDocument, TaskExecution } from "../../../server/src/protocol/jobs.ts";
import { count, counted } from "../explorer/node.ts";
import { failed, type JobNode, type MakeRow, warned } from "./jobRow.ts";
import { countedActions, countWords, moment } from "./words.ts";

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
      label: "Provisioned",
      description: provisioned.map(({ key, value }) => counted(value, key.toLowerCase())).join(", "),
    }),
    row("watermark", {
      icon: "bookmark",
      label: "Watermark",
      description: watermark === undefined ? "none: the next cycle is an initial one" : moment(watermark),
    }),
    row("log", { icon: "output", label: "Provisioning log", command: "mapwright.showJobLog" }),
  ];
}

function quarantineNodes({ quarantine, disabled }: StatusDocument, row: MakeRow): readonly JobNode[] {
  if (quarantine === undefined) return [];
  const { reason, error, seriesBegan, nextAttempt } = quarantine;
  const next =
    disabled === undefined
      ? { label: "Next attempt", description: moment(nextAttempt) }
      : { label: "Disabled", description: `since ${moment(disabled)}, until it is restarted` };
  return [
    row("quarantine", {
      ...warned,
      label: "Quarantine",
      description: reason,
      opens: "expanded",
      children: [
        row("quarantine message", { icon: "info", label: error.message, tooltip: error.message }),
        row("quarantine remedy", {
          icon: "lightbulb",
          label: error.recommendedAction,
          tooltip: error.recommendedAction,
        }),
        row("quarantine since", { icon: "history", label: "Since", description: moment(seriesBegan) }),
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
      description: `to be ${action}d`,
      tooltip: `${objectType} ${objectId}\nto be ${action}d, staged ${moment(since)}`,
    }),
  );
  return [
    row("staged", {
      ...warned,
      label: "Staged deletions",
      description: `${count(staged)}, until somebody allows or rejects them`,
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
          label: "Next attempt",
          description: `${moment(nextAttempt)}, after ${counted(attempts, "attempt")}`,
        }),
      ],
    }),
  );
  return [
    row("escrows", {
      ...warned,
      label: "Failed objects",
      description: `${count(escrowed)}, to be tried again`,
      children: [...children, ...more("escrows", escrowed - children.length, row)],
    }),
  ];
}

function more(name: string, hidden: number, row: MakeRow): readonly JobNode[] {
  if (hidden <= 0) return [];
  const label = `and ${count(hidden)} more`;
  return [row(`${name} more`, { icon: "ellipsis", label, tooltip: "The provisioning log has all of them." })];
}

function cycleNode(last: TaskExecution | undefined, row: MakeRow): JobNode {
  if (last === undefined) return row("cycle", { icon: "history", label: "Last cycle", description: "none" });
  const { kind, state, timeBegan, timeEnded, error } = last;
  const counts = Object.keys(countWords) as (keyof CycleCounts)[];
  const took = (Date.parse(timeEnded) - Date.parse(timeBegan)) / 1000;
  return row("cycle", {
    icon: "history",
    label: "Last cycle",
    description: `${kind}, ${state}: ${countedActions(last)}`,
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
        label: "Ended",
        description: `${moment(timeEnded)}, after ${took.toFixed(1)} s`,
      }),
      ...counts.map(name =>
        row(`cycle ${name}`, {
          icon: "symbol-number",
          label: sentenceCase(countWords[name]),
          description: count(last[name]),
        }),
      ),
    ],
  });
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
