import type { ScimRequest } from "../../../server/src/engine/ports.ts";

/** The cycles of a bench, one after the other over one store: all people are new, are read again, have changed. */
export const phases = ["create", "no change", "update"] as const;

export type Phase = (typeof phases)[number];

/** What a worker is told, as JSON. */
export interface Task {
  readonly address: { readonly url: string; readonly token: string };
  /** Where the directory stands, earlier and later, and the requests are written. */
  readonly folder: string;
  readonly concurrency: number;
  /** The requests are kept for others to send, which is not measured. */
  readonly isRecording?: true;
}

/** What one phase took. */
export interface Taken {
  readonly requests: number;
  readonly seconds: number;
  /** Processor time of this process, in seconds. */
  readonly processor: number;
  /** What each object took beside its requests, in milliseconds for one request; with one object at a time alone. */
  readonly overheads: readonly number[];
}

export type Report = Readonly<Record<Phase, Taken>>;

/** A request of a cycle, and the id that a creation was answered with. */
export interface Recorded extends ScimRequest {
  readonly id?: unknown;
}

/** Where the requests of a phase stand. */
export function recordFile(folder: string, phase: Phase): string {
  return `${folder}/${phase}.jsonl`;
}

/** Measures a phase. */
export async function taken(work: () => Promise<{ requests: number; overheads?: readonly number[] }>): Promise<Taken> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const { requests, overheads = [] } = await work();
  const { user, system } = process.cpuUsage(before);
  return { requests, seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6, overheads };
}
