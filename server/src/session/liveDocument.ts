import { compileMapping, hidingSecrets } from "../engine/flow/compiledMapping.ts";
import { type LiveMapping, liveMapping } from "../engine/live/liveMapping.ts";
import type { SourceDirectory, SourceObject } from "../engine/ports.ts";
import { defaultAssumptions } from "../functions/assumptions.ts";
import type { AttributeMapping, ObjectMapping } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { Problem } from "../validation/rule.ts";
import { errorIn } from "./refuse.ts";

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

/** Evaluates a version of a document for a sample. A source with an error among the problems gives that: a run refuses it. */
export function liveDocument(
  { configuration: { application, mappings }, text }: ProvmapDocument,
  { object, directory }: Sample,
  problems: readonly Problem[],
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
        const live = liveMapping({ mapping, compiled, scope }, object, directory, world);
        const values = live.values.map((value, index) => errorOf(mapping.attributeMappings[index], problems) ?? value);
        return { mapping, ...live, values };
      }),
  };
}

function errorOf(
  attributeMapping: AttributeMapping | undefined,
  problems: readonly Problem[],
): LiveMapping["values"][number] | undefined {
  if (attributeMapping === undefined || !("expression" in attributeMapping.source)) return undefined;
  const error = errorIn(attributeMapping.source.expression.span, { problems });
  return error && { kind: "problem", message: error.message, assumed: [] };
}
