import type { Job } from "../../../server/src/protocol/jobs.ts";
import type { Node } from "../explorer/node.ts";

/** A row of the view of jobs, with those below it. */
export interface JobNode extends Node {
  readonly job: Job;
  readonly children: readonly JobNode[];
}

/** What a row says besides the job that it belongs to. */
export type Row = Pick<Node, "label" | "icon"> &
  Partial<Pick<Node, "description" | "tooltip" | "colour" | "context" | "command" | "opens">> & {
    readonly children?: readonly JobNode[];
  };

/** Makes a row; its name is one of its own among the rows of the job. */
export type MakeRow = (name: string, row: Row) => JobNode;

/** The rows of a job, whose id begins theirs. */
export function rowsOf(job: Job, id: string): MakeRow {
  return (name, { children = [], ...row }) => ({
    id: `${id} ${name}`,
    context: "mapwright.jobDetail",
    ...(children.length > 0 && { opens: "collapsed" }),
    ...row,
    job,
    children,
  });
}

/** It failed; words say the same as every look. */
export const failed = { icon: "error", colour: "list.errorForeground" } as const;
/** Somebody should look at it. */
export const warned = { icon: "warning", colour: "list.warningForeground" } as const;
/** It is well. */
export const passed = { icon: "pass", colour: "testing.iconPassed" } as const;
