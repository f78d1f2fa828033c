import type { SynchronizationSchema } from "../language/graph/tree.ts";
import type { Word } from "../language/text.ts";
import {
  attributeType,
  type Enumeration,
  flowBehavior,
  flowType,
  flowTypes,
  meantWord,
  mutability,
  sourceType,
} from "../model/graph/enumerations.ts";

/** A word of a schema in the place of one of an enumeration's. */
export interface EnumeratedWord {
  readonly word: Word;
  readonly enumeration: Enumeration;
  /** The word that is meant, whatever its letter case; absent for one that the enumeration does not have. */
  readonly meant?: string;
}

/** Every word of a schema that stands for a value of an enumeration but is spelt in another way than Graph spells it. */
export function misspeltWords(schema: SynchronizationSchema): readonly EnumeratedWord[] {
  return [...inRules(schema), ...inDirectories(schema)].flatMap(([text, enumeration]) =>
    wordsOf(text, enumeration)
      .filter(word => !enumeration.words.includes(word.text))
      .map(word => {
        const meant = meantWord(enumeration, word.text);
        return { word, enumeration, ...(meant !== undefined && { meant }) };
      }),
  );
}

type Place = readonly [text: Word | undefined, enumeration: Enumeration];

function inRules({ rules }: SynchronizationSchema): readonly Place[] {
  const mappings = rules.flatMap(({ objectMappings }) => objectMappings);
  return mappings.flatMap(mapping => [
    [mapping.flowTypes, flowTypes] as const,
    ...mapping.attributeMappings.flatMap(inner => [
      [inner.flowType, flowType] as const,
      [inner.flowBehavior, flowBehavior] as const,
      [inner.source?.type, sourceType] as const,
    ]),
  ]);
}

function inDirectories({ directories }: SynchronizationSchema): readonly Place[] {
  const objects = directories.flatMap(directory => directory.objects);
  return objects.flatMap(({ attributes }) =>
    attributes.flatMap(attribute => [
      [attribute.type, attributeType] as const,
      [attribute.mutability, mutability] as const,
    ]),
  );
}

function wordsOf(word: Word | undefined, { multiple }: Enumeration): readonly Word[] {
  if (word === undefined || word.text === "") return [];
  if (multiple === undefined) return [word];
  return [...word.text.matchAll(/[^,\s]+/g)].map(({ 0: text, index }) => {
    const start = word.span.start + index;
    return { text, span: { start, end: start + text.length } };
  });
}
