/**
 * Works on items in their order, `limit` at a time, and never on two that share a key. Ends when all that was begun has
 * ended; throws what the first failing work threw, after that. `goesOn` is asked before each item.
 */
export async function inParallel<T>(
  items: Iterable<T>,
  { limit, keysOf, goesOn }: { limit: number; keysOf: (item: T) => readonly string[]; goesOn: () => boolean },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const held = new Set<string>();
  const failures: unknown[] = [];
  let active = 0;
  let tellEnd: () => void = () => undefined;
  const run = async (item: T, keys: readonly string[]) => {
    active++;
    for (const key of keys) held.add(key);
    try {
      await work(item);
    } catch (error) {
      failures.push(error);
    }
    active--;
    for (const key of keys) held.delete(key);
    tellEnd();
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      await new Promise<void>(resolve => {
        tellEnd = resolve;
      });
    }
  };
  for (const item of items) {
    const keys = keysOf(item);
    await until(() => active < limit && !keys.some(key => held.has(key)));
    if (failures.length > 0 || !goesOn()) break;
    void run(item, keys);
  }
  await until(() => active === 0);
  if (failures.length > 0) throw failures[0];
}
