/** Something that a file said when it was imported, and where in the schema it came from. */
export interface Imported<T, O> {
  readonly said: T;
  readonly origin: O;
}

/** Which of the things that an edited file says it said before. */
export interface Pairing<T, O> {
  /** What it said before in the place of a thing; undefined for a new one. */
  readonly before: (edited: T) => Imported<T, O> | undefined;
  /** What it says no more. */
  readonly removed: readonly Imported<T, O>[];
}

/**
 * Finds for each thing what it was before. Things of one key are the same one, in the order in which they stand; what the
 * first key does not join, the next one may.
 */
export function pairUp<T, O>(
  edited: readonly T[],
  imported: readonly Imported<T, O>[],
  ...keys: readonly ((thing: T) => string)[]
): Pairing<T, O> {
  const pairs = new Map<T, Imported<T, O>>();
  let left: readonly Imported<T, O>[] = imported;
  for (const keyOf of keys) {
    const waiting = Map.groupBy(left, ({ said }) => keyOf(said));
    for (const thing of edited) {
      const found = pairs.has(thing) ? undefined : waiting.get(keyOf(thing))?.shift();
      if (found !== undefined) pairs.set(thing, found);
    }
    const paired = new Set(pairs.values());
    left = imported.filter(candidate => !paired.has(candidate));
  }
  return { before: thing => pairs.get(thing), removed: left };
}
