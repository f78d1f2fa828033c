import type { Place } from "../webview/place.ts";

/** What was read, found or written, by its name. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A step of provision on demand, as the portal names them. */
export interface Step {
  readonly name: "Test connection" | "Import" | "Scope" | "Match" | "Action";
  readonly status: "Success" | "Warning" | "Failure" | "Skipped" | "Not reached";
  readonly description: string;
  /** What was read, found or written. */
  readonly details: readonly Fact[];
  readonly checks: readonly Check[];
}

/** A condition with its verdict; a filter has its clauses as parts. */
export interface Check {
  readonly text: string;
  readonly verdict: "passed" | "not passed" | "failed" | "no hit" | "one hit" | `${number} hits`;
  readonly reason?: string;
  readonly place?: Place;
  readonly parts: readonly Check[];
}

/** One request of a run, as it was sent or would be. */
export interface RequestReport {
  /** `POST /Users` */
  readonly line: string;
  readonly purpose: string;
  readonly outcome: "sent" | "would be sent" | "failed";
  readonly status?: number;
  /** The filter of a query without its percent-encoding. */
  readonly filter?: string;
  /** Indented JSON; the text as it is where it is none. */
  readonly body?: string;
  /** What in it stands for what only the target knows. */
  readonly placeholder?: string;
  readonly failure: readonly string[];
  /** The command line that sends it. */
  readonly curl: string;
}
