import type { Run } from "../course.ts";
import { flowOf } from "../flow/flow.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import type { ScimAnswer, ScimRequest } from "../ports.ts";
import { readRequest } from "../requests/reads.ts";
import { clearsValues } from "../requests/wire.ts";
import type { Write } from "../requests/writes.ts";
import { recordRequest } from "../write/recordRequest.ts";
import type { Look, Sighting } from "../write/writeSurely.ts";
import { matchUnclaimed } from "./find.ts";

/** Looks for the object that a creation may have made, by its matching attributes. */
export function lookForCreated(write: Write, mapped: readonly MappedValue[], run: Run): Look {
  return async () => {
    const { found, failure, requests } = await matchUnclaimed(mapped, run);
    if (failure !== undefined) return { requests, outcome: { kind: "unknown" } };
    return { requests, outcome: found === undefined ? { kind: "missing", write } : { kind: "done", found } };
  };
}

/** Looks which of an object's values still differ from those that flow. What flows always is not sent again for that. */
export function lookAtChange(kind: "update" | "disable", id: string, mapped: readonly MappedValue[], run: Run): Look {
  return async () => {
    const [answer, requests] = await read(readRequest(run.mapping.targetObject.text, id), run);
    if (answer.kind !== "resource") return { requests, outcome: { kind: "unknown" } };
    const { resource } = answer;
    const flowing = mapped.map(value => flowOf(value, kind, resource, clearsValues(run.wire)));
    const flows = flowing.filter(({ row }) => row.why !== "flowsAlways");
    const changes = flows.flatMap(({ change }) => change ?? []);
    if (changes.length === 0) return { requests, outcome: { kind: "done", found: { id, resource } } };
    return { requests, outcome: { kind: "missing", write: { kind, id, changes } } };
  };
}

/** Looks whether an object is gone. */
export function lookForDeleted(write: Write & { readonly kind: "delete" }, run: Run): Look {
  return async () => {
    const [answer, requests] = await read(readRequest(run.mapping.targetObject.text, write.id), run);
    return { requests, outcome: goneOrNot(answer, write) };
  };
}

function goneOrNot(answer: ScimAnswer, write: Write): Sighting["outcome"] {
  if (answer.kind === "resource") return { kind: "missing", write };
  return answer.kind === "failure" && answer.status === 404 ? { kind: "done" } : { kind: "unknown" };
}

async function read(request: ScimRequest, { target, signal }: Run) {
  const answer = await target.send(request, signal);
  return [answer, [recordRequest(request, "read", answer)]] as const;
}
