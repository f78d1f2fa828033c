import { compileMapping, hidingSecrets } from "../engine/flow/compiledMapping.ts";
import { type LiveMapping, liveMapping } from "../engine/live/liveMapping.ts";
import type { SourceDirectory, SourceObject } from "../engine/ports.ts";
import { defaultAssumptions } from "../functions/assumptions.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";

/** The object whose values are shown, among the others of its directory. */
export interface Sample {
  readonly object: SourceObject;
  readonly directory: SourceDirectory;
}

/** What one object gives in the mappings of a document that read such objects. */
export interface LiveDocument {
  /** Who the object is, in the words of a person. */
  readonly sample: string;
  readonly mappings: readonly (LiveMapping & { readonly mapping: ObjectMapping })[];
}

/** Evaluates a version of a document for a sample. */
export function liveDocument(
  { configuration: { application, mappings }, text }: ProvmapDocument,
  { object, directory }: Sample,
): LiveDocument {
  const world = { now: Date.now, assumptions: defaultAssumptions, jobParameters: new Map<string, string>() };
  const scope = application?.scope ?? "assigned";
  const { displayName, userPrincipalName } = Object.fromEntries(object.attributes);
  const [sample = object.id] = [displayName, userPrincipalName].filter(name => typeof name === "string");
  return {
    sample,
    mappings: mappings
      .filter(({ sourceObject }) => sourceObject.text === object.objectType)
      .map(mapping => {
        const compiled = compileMapping(mapping, text).map(hidingSecrets);
        return { mapping, ...liveMapping({ mapping, compiled, scope }, object, directory, world) };
      }),
  };
}
