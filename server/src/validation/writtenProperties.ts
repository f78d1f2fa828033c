import type { Configuration, ObjectMapping, PropertyBlock, WrittenProperty } from "../model/configuration.ts";

/** The first block of the application, as it was written; absent where there is none. */
export function applicationBlock({ propertyBlocks }: Configuration): PropertyBlock | undefined {
  return propertyBlocks.find(({ block }) => block === "application");
}

/** A property of the application, as it was written; absent where it has its default. */
export function applicationProperty(configuration: Configuration, name: string): WrittenProperty | undefined {
  return applicationBlock(configuration)?.properties.find(property => property.name.text === name);
}

/** A property of a mapping, as it was written; absent where it has its default. */
export function mappingProperty(
  { propertyBlocks }: Configuration,
  mapping: ObjectMapping,
  name: string,
): WrittenProperty | undefined {
  const block = propertyBlocks.find(candidate => candidate.block === "mapping" && candidate.name === mapping.name);
  return block?.properties.find(property => property.name.text === name);
}
