import type { User } from "./users.ts";

/** An engine, or code written by hand, ready for the workloads. What one runs for a user may be a promise. */
export interface Contender<Subject = unknown> {
  /** A user in the form that it reads. */
  readonly subject: (user: User) => Subject;
  /** What each workload does for one user: `row` gives the texts of all mappings, `filter` true or false, the others a text. */
  readonly run: Readonly<Partial<Record<Workload, (subject: Subject) => unknown>>>;
  /** The same workloads for a block of users, one mapping after the other: a list for each, of what it gives for each user. */
  readonly blocks?: Readonly<
    Partial<Record<Workload, (subjects: readonly Subject[]) => readonly (readonly unknown[])[]>>
  >;
  /** Parses and compiles the three named expressions. */
  readonly compile?: () => void;
}

export type Workload = "row" | "switch" | "join" | "replace" | "filter" | "evaluate" | "explain";

/** Both orders of an engine that evaluates one mapping for one user at a time. */
export function rowsOf<Subject>(evaluators: readonly ((subject: Subject) => unknown)[]) {
  return {
    row: (subject: Subject) => evaluators.map(evaluate => evaluate(subject)),
    block: (subjects: readonly Subject[]) => evaluators.map(evaluate => subjects.map(subject => evaluate(subject))),
  };
}
