import type { SourceObject } from "../../server/src/engine/ports.ts";
import type { LiveSample } from "../../server/src/features/live/liveSample.ts";
import type { Value } from "../../server/src/functions/values.ts";
import type { ProvmapDocument } from "../../server/src/model/document.ts";
import { liveDocument } from "../../server/src/session/liveDocument.ts";
import { validate } from "../../server/src/validation/validate.ts";

/** Ada with these attributes before the mappings of a document; Grace is in her directory. Absent attributes are told by null. */
export function liveFor(document: ProvmapDocument, attributes: Readonly<Record<string, Value>> = {}): LiveSample {
  const ada = sampleObject("ada", { displayName: "Ada Lovelace", department: "Engineering", ...attributes });
  const grace = sampleObject("grace", { displayName: "Grace Hopper" });
  const find = (id: string) => [ada, grace].find(object => object.id === id);
  const problems = validate(document.configuration, document.syntaxProblems);
  return { kind: "values", ...liveDocument(document, { object: ada, directory: { find } }, problems) };
}

function sampleObject(id: string, attributes: Readonly<Record<string, Value>>): SourceObject {
  return {
    id,
    objectType: "User",
    attributes: new Map(Object.entries(attributes)),
    state: "present",
    assigned: true,
  };
}
