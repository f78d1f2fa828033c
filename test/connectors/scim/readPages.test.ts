import assert from "node:assert/strict";
import { type Page, readPages } from "../../../server/src/connectors/scim/readPages.ts";
import type { Resource, ScimAnswer } from "../../../server/src/engine/ports.ts";

/** How an endpoint with some resources answers: what it announces, and which of them it sends. */
interface Habit {
  readonly what: string;
  readonly holds: number;
  readonly total?: number;
  readonly send?: (startIndex: number, count: number) => readonly number[];
  /** How many resources arrive, in how many requests. */
  readonly arrive: number;
  readonly requests: number;
  readonly failure?: RegExp;
}

const range = (first: number, end: number) => Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
const honest = (holds: number) => (startIndex: number, count: number) =>
  range(startIndex, Math.min(holds + 1, startIndex + count));

const habits: readonly Habit[] = [
  { what: "several pages", holds: 25, arrive: 25, requests: 3 },
  { what: "exactly two pages: one more request is enough", holds: 20, arrive: 20, requests: 3 },
  { what: "nobody at all", holds: 0, arrive: 0, requests: 1 },
  {
    what: "pages smaller than asked for",
    holds: 12,
    send: start => range(start, Math.min(13, start + 5)),
    arrive: 12,
    requests: 3,
  },
  {
    what: "more than it announces",
    holds: 25,
    total: 9,
    arrive: 20,
    requests: 3,
    failure: /more than the 9 resources/,
  },
  { what: "less than it announces", holds: 25, total: 99, arrive: 25, requests: 4 },
  {
    what: "the first page, whatever it is asked for",
    holds: 25,
    send: () => range(1, 11),
    arrive: 10,
    requests: 2,
    failure: /the page before it once more/,
  },
  {
    what: "two pages in turn, for ever",
    holds: 25,
    total: 25,
    send: start => (start % 20 === 1 ? range(1, 11) : range(11, 21)),
    arrive: 40,
    requests: 5,
    failure: /more than the 25 resources/,
  },
  {
    what: "somebody of the page before, as others came meanwhile",
    holds: 25,
    send: (start, count) => honest(25)(Math.max(1, start - 1), count),
    arrive: 25,
    requests: 3,
  },
];

suite("reading an endpoint page by page", () => {
  for (const { what, holds, total = holds, send = honest(holds), arrive, requests, failure } of habits) {
    test(what, async () => {
      const asked: string[] = [];
      const target = {
        send: async ({ path }: { readonly path: string }): Promise<ScimAnswer> => {
          asked.push(path);
          const query = new URLSearchParams(path.split("?")[1]);
          const numbers = send(Number(query.get("startIndex")), Number(query.get("count")));
          return { kind: "list", status: 200, totalResults: total, resources: numbers.map(id => ({ id: `${id}` })) };
        },
      };
      const arrived: Resource[] = [];
      let told: string | undefined;
      for await (const page of readPages(target, "/Users", 10)) {
        if (page.kind === "failure") told = page.message;
        else arrived.push(...page.resources);
      }
      assert.match(told ?? "", failure ?? /^$/);
      assert.deepEqual([arrived.length, asked.length], [arrive, requests]);
      assert.equal(asked[0], "/Users?startIndex=1&count=10");
    });
  }

  test("a failure in between ends it", async () => {
    const lost: ScimAnswer = { kind: "failure", message: "The connection was cut.", remedy: "Look." };
    const pages: Page[] = [];
    for await (const page of readPages({ send: async () => lost }, "/Groups?excludedAttributes=members", 10))
      pages.push(page);
    assert.deepEqual(pages, [lost]);
  });
});
