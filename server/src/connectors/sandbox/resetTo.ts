import type { ServedType } from "./router.ts";
import { plant, readSeed } from "./seed.ts";
import type { Store } from "./store.ts";

/** The resources of one type that a sandbox holds: how a seed calls them, where they are served, and what keeps them. */
export interface HeldType {
  readonly list: "users" | "groups";
  readonly path: string;
  readonly store: Store;
  readonly served: ServedType;
}

/** Has these types hold what a seed file holds, or nothing. Throws InputError for a seed that cannot be used: then all stays as it is. */
export async function resetTo(seedFile: string | undefined, held: readonly HeldType[]): Promise<void> {
  const seed = seedFile === undefined ? undefined : await readSeed(seedFile);
  const replace = async () => {
    const former = held.map(({ store }) => store.all());
    try {
      for (const { list, store, served } of held) {
        store.reset([]);
        if (seed !== undefined) plant(seed, list, served.resources);
      }
    } catch (error) {
      for (const [index, { store }] of held.entries()) store.reset(former[index] ?? []);
      throw error;
    }
    await Promise.all(held.map(({ served }) => served.save()));
  };
  const alone = held.reduce(
    (work, { served }) =>
      () =>
        served.inTurn(work),
    replace,
  );
  await alone();
}
