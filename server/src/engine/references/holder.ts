import * as l10n from "@vscode/l10n";
import type { Run } from "../course.ts";
import type { Resource, ScimRequest } from "../ports.ts";
import type { ReferenceChange } from "../requests/referenceBody.ts";
import { createdId, type Write } from "../requests/writes.ts";
import type { RecordedRequest } from "../result.ts";
import { recordRequest } from "../write/recordRequest.ts";
import { isVerified, verify } from "../write/verify.ts";
import { type Look, writeSurely } from "../write/writeSurely.ts";
import { lookAtReference } from "./lookAtReference.ts";

/** The object of the target whose references are written. */
export interface Holder {
  /** The target's id; `createdId` where a dry run did not create it. */
  readonly id: string;
  /** True where the object is not there yet, so that nothing can be asked of it. */
  readonly isPlanned: boolean;
  /** What the target held of it before the run; absent for a new object. */
  readonly resource?: Resource;
}

/** What came of writing a reference. */
export interface Written {
  readonly requests: readonly RecordedRequest[];
  readonly writes: readonly Write[];
  /** Why the target does not have it. */
  readonly failure?: string;
  /** Nobody answered, so that there is no use in going on. */
  readonly isLost?: true;
}

/** Writes one change of the references of an object. */
export async function writeReference(reference: ReferenceChange, holder: Holder, run: Run): Promise<Written> {
  if (run.signal?.aborted) return { requests: [], writes: [], failure: l10n.t("the run was cancelled"), isLost: true };
  const write: Write = { kind: "reference", id: holder.id, reference };
  const look = lookAtReference(reference, holder.id, run);
  const came = await writeSurely(write, run, look);
  const sent = { requests: came.requests.map(request => marked(request, holder)), writes: came.writes };
  const { answer } = came;
  if (answer.kind !== "failure") return isVerified(run) ? verified(sent, look) : sent;
  return { ...sent, failure: answer.message, ...(answer.status === undefined && { isLost: true }) };
}

async function verified(sent: Written, look: Look): Promise<Written> {
  const { requests, failure } = await verify(look);
  return { ...sent, requests: [...sent.requests, ...requests], ...(failure && { failure: failure.reason }) };
}

/** Asks about an object, which is put off where it is not there yet. */
export async function askAbout(request: ScimRequest, holder: Holder, { target, signal }: Run) {
  const answer = holder.isPlanned ? ({ kind: "planned" } as const) : await target.send(request, signal);
  return { answer, request: marked(recordRequest(request, "reference", answer), holder) };
}

function marked(request: RecordedRequest, { isPlanned }: Holder): RecordedRequest {
  return isPlanned ? { ...request, placeholder: createdId } : request;
}
