/**
 * Works on items in their order, `limit` at a time, and never on two that share a key. Ends when all that was begun has
 * ended; throws what the first failing work threw, after that. `goesOn` is asked before each item.
 */
export async function inParallel<T>(
  items: Iterable<T>,
  { limit, keysOf, goesOn }: { limit: number; keysOf: (item: T) => readonly string[]; goesOn: () => boolean },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const active = new Set<Promise<void>>();
  const holders = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  for (const item of items) {
    const keys = keysOf(item);
    await Promise.all(keys.map(key => holders.get(key)));
    while (active.size >= limit) await Promise.race(active);
    if (failures.length > 0 || !goesOn()) break;
    const running: Promise<void> = work(item)
      .catch(error => void failures.push(error))
      .finally(() => {
        active.delete(running);
        for (const key of keys) if (holders.get(key) === running) holders.delete(key);
      });
    active.add(running);
    for (const key of keys) holders.set(key, running);
  }
  await Promise.all(active);
  if (failures.length > 0) throw failures[0];
}
