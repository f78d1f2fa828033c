import type { Run } from "../course.ts";
import type { FoundObject } from "../match/match.ts";
import type { ScimAnswer } from "../ports.ts";
import { shownWrite } from "../redaction.ts";
import { defaultWire } from "../requests/wire.ts";
import { type Write, writeRequest } from "../requests/writes.ts";
import type { RecordedRequest } from "../result.ts";
import { recordRequest } from "./recordRequest.ts";

/** What the target shows of a write after its answer was lost. */
export interface Sighting {
  /** What was asked to see it. */
  readonly requests: readonly RecordedRequest[];
  readonly outcome:
    | { readonly kind: "done"; readonly found?: FoundObject }
    /** It has none of it, or a part: this is still to be written. */
    | { readonly kind: "missing"; readonly write: Write }
    /** The target could not be asked either. */
    | { readonly kind: "unknown" };
}

/** Looks in the target for the effect of a write. */
export type Look = () => Promise<Sighting>;

/** What came of a write in the end. */
export interface WrittenSurely {
  readonly answer: ScimAnswer | { readonly kind: "planned" };
  readonly requests: readonly RecordedRequest[];
  readonly writes: readonly Write[];
  /** The object that a creation turned out to have made, or to have been in the way of. */
  readonly found?: FoundObject;
}

/** How often one write is sent at most. */
const mostAttempts = 4;

/**
 * Writes, and never repeats a write blindly: one whose answer was lost is looked for in the target, and only what is
 * missing there is sent. A creation that meets a conflict is looked for too, since the object may be there all the same.
 */
export async function writeSurely(first: Write, run: Run, look: Look): Promise<WrittenSurely> {
  const requests: RecordedRequest[] = [];
  const writes: Write[] = [];
  let write = first;
  for (let attempt = 1; ; attempt++) {
    const { answer, request } = await writeOnce(write, run, attempt);
    requests.push(request);
    if (writes.at(-1) !== write) writes.push(write);
    if (answer.kind !== "failure" || !(answer.isUncertain || isConflict(write, answer)))
      return { answer, requests, writes };
    const sighting = await look();
    requests.push(...sighting.requests);
    const { outcome } = sighting;
    if (outcome.kind === "done")
      return { answer: done, requests, writes, ...(outcome.found && { found: outcome.found }) };
    if (outcome.kind === "unknown" || isConflict(write, answer) || attempt === mostAttempts)
      return { answer, requests, writes };
    write = outcome.write;
  }
}

const done: ScimAnswer = { kind: "done", status: 200 };

async function writeOnce(write: Write, run: Run, attempt: number) {
  const requestOf = (what: Write) => writeRequest(run.mapping.targetObject.text, what, run.wire ?? defaultWire);
  const [request, shown] = [requestOf(write), shownWrite(write)];
  const answer = await run.executor.write(request, run.signal, attempt);
  return { answer, request: recordRequest(shown === write ? request : requestOf(shown), write.kind, answer) };
}

function isConflict({ kind }: Write, answer: ScimAnswer): boolean {
  return kind === "create" && answer.kind === "failure" && answer.status === 409;
}
