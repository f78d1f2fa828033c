import type { Run } from "../course.ts";
import { readTarget } from "../paths/readTarget.ts";
import { parseTargetPath } from "../paths/targetPath.ts";
import type { Resource } from "../ports.ts";
import type { ReferenceChange } from "../requests/referenceBody.ts";
import { resourcePath } from "../requests/resourceType.ts";
import { recordRequest } from "../write/recordRequest.ts";
import type { Look } from "../write/writeSurely.ts";

/**
 * Looks which part of a change of references an object still lacks. Entra never reads members; here it is the only way to
 * know, after the answer to a change of them was lost.
 */
export function lookAtReference(reference: ReferenceChange, id: string, { mapping, target, signal }: Run): Look {
  return async () => {
    const request = { method: "GET", path: resourcePath(mapping.targetObject.text, id) } as const;
    const answer = await target.send(request, signal);
    const requests = [recordRequest(request, "read", answer)];
    if (answer.kind !== "resource") return { requests, outcome: { kind: "unknown" } };
    const rest = restOf(reference, heldIds(answer.resource, reference.target));
    if (rest === undefined) return { requests, outcome: { kind: "done" } };
    return { requests, outcome: { kind: "missing", write: { kind: "reference", id, reference: rest } } };
  };
}

function heldIds(resource: Resource, target: string): readonly string[] {
  const path = parseTargetPath(target);
  const held = path.kind === "path" ? readTarget(resource, path) : null;
  return [held ?? []].flat().filter(id => id !== "");
}

function restOf(reference: ReferenceChange, held: readonly string[]): ReferenceChange | undefined {
  const { kind, ids } = reference;
  switch (kind) {
    case "set":
      return held[0] === ids[0] ? undefined : reference;
    case "clear":
      return held.length === 0 ? undefined : reference;
    case "add":
    case "remove": {
      const rest = ids.filter(id => held.includes(id) === (kind === "remove"));
      return rest.length === 0 ? undefined : { ...reference, ids: rest };
    }
  }
}
