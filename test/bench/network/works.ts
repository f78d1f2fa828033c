import type { Contender } from "./contenders.ts";

/** What is done with one person, at a server that holds so many. */
export interface Work {
  readonly name: string;
  readonly requests: number;
  readonly run: (contender: Contender, index: number, ids: readonly string[]) => Promise<unknown>;
}

/** A person who is created, one who is as he should be, and one who has changed. */
export const works: readonly Work[] = [
  {
    name: "create",
    requests: 2,
    run: async (contender, index) => {
      await contender.match(index);
      await contender.create(index);
    },
  },
  { name: "no change", requests: 1, run: (contender, index, ids) => contender.read(idOf(index, ids)) },
  {
    name: "update",
    requests: 2,
    run: async (contender, index, ids) => {
      await contender.read(idOf(index, ids));
      await contender.update(index, idOf(index, ids));
    },
  },
];

function idOf(index: number, ids: readonly string[]): string {
  return ids[index % ids.length] ?? "1";
}
