import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";

/** A source attribute with its value, where the object has one. */
export interface SourceAttribute {
  readonly name: string;
  readonly value?: string;
}

/** The source attributes that a result knows of: those that its attribute mappings read, then the others of the object. */
export function sourceAttributes({ attributes, onDemand }: ProvisioningResult): readonly SourceAttribute[] {
  const imported = onDemand.provisioningSteps.find(({ name }) => name === "EntryImport")?.details ?? {};
  const read = attributes.flatMap(({ source }) => [...source.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name));
  const names = new Set([...read.filter(name => name !== "IsSoftDeleted"), ...Object.keys(imported)]);
  return [...names].map(name => {
    const value = imported[name];
    return { name, ...(value !== undefined && { value }) };
  });
}
