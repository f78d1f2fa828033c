import type { AttributeDefinition, DirectoryDefinition } from "../language/graph/tree.ts";
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
import type { Visitor } from "./rule.ts";

/** A word of a schema in the place of one of an enumeration's. */
export interface EnumeratedWord {
  readonly word: Word;
  readonly enumeration: Enumeration;
  /** The word that is meant, whatever its letter case; absent for one that the enumeration does not have. */
  readonly meant?: string;
}

/** Tells of every word of a schema that stands for a value of an enumeration but is spelt in another way than Graph spells it. */
export function misspeltWords(tell: (found: EnumeratedWord) => void): Visitor {
  const check = (text: Word | undefined, enumeration: Enumeration) => {
    if (text !== undefined && !isSpelt(text.text, enumeration)) misspeltIn(text, enumeration).forEach(tell);
  };
  return {
    ObjectMapping({ inSchema }) {
      check(inSchema?.node.flowTypes, flowTypes);
    },
    AttributeMapping({ inSchema }) {
      check(inSchema?.node.flowType, flowType);
      check(inSchema?.node.flowBehavior, flowBehavior);
      check(inSchema?.node.source?.type, sourceType);
    },
    Schema({ directories }) {
      for (const { type, mutability: written } of attributesOf(directories)) {
        check(type, attributeType);
        check(written, mutability);
      }
    },
  };
}

function attributesOf(directories: readonly DirectoryDefinition[]): readonly AttributeDefinition[] {
  return directories.flatMap(({ objects }) => objects.flatMap(({ attributes }) => attributes));
}

/** No word at all is no wrong one. */
function isSpelt(text: string, { words }: Enumeration): boolean {
  return text === "" || words.includes(text);
}

function misspeltIn(text: Word, enumeration: Enumeration): readonly EnumeratedWord[] {
  return wordsOf(text, enumeration)
    .filter(word => !isSpelt(word.text, enumeration))
    .map(word => {
      const meant = meantWord(enumeration, word.text);
      return { word, enumeration, ...(meant !== undefined && { meant }) };
    });
}

function wordsOf(word: Word, { multiple }: Enumeration): readonly Word[] {
  if (multiple === undefined) return [word];
  return [...word.text.matchAll(/[^,\s]+/g)].map(({ 0: text, index }) => {
    const start = word.span.start + index;
    return { text, span: { start, end: start + text.length } };
  });
}
