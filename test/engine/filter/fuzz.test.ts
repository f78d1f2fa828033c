import assert from "node:assert/strict";
import fc from "fast-check";
import { compileFilter } from "../../../server/src/engine/filter/compileFilter.ts";
import type { Comparison, Filter, Literal, Operator } from "../../../server/src/engine/filter/filter.ts";
import { parseFilter } from "../../../server/src/engine/filter/parseFilter.ts";
import { findAttribute, urn } from "./people.ts";
import { says } from "./reference.ts";

const words = ["", "a", "A", "ab", "aB", "Ab c", "ZOË", "zoë", "İ", "i", "K", 'say "a" \\', "ſ"];
const text = fc.constantFrom(...words);
const date = fc.constantFrom("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", "2025-12-31T23:59:59.5Z");

const element = fc.record({ value: text, type: text, primary: fc.boolean() }, { requiredKeys: [] });
const resource = fc.record(
  {
    id: text,
    userName: text,
    title: fc.option(text),
    active: fc.boolean(),
    shoeSize: fc.integer({ min: 38, max: 40 }),
    photo: text,
    hired: date,
    name: fc.record({ givenName: text, familyName: text }, { requiredKeys: [] }),
    emails: fc.array(element, { maxLength: 3 }),
    manager: fc.record({ value: text, displayName: text }, { requiredKeys: [] }),
    [urn]: fc.record({ badge: text, building: text }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const ofText = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;
const ofOrder = ["eq", "ne", "gt", "ge", "lt", "le"] as const;

function comparison(names: readonly string[], operators: readonly Operator[], value: fc.Arbitrary<Literal>) {
  return fc.record({
    kind: fc.constant("compare" as const),
    attribute: fc.constantFrom(...names),
    operator: fc.constantFrom(...operators),
    value,
  });
}

const texts = ["id", "userName", "title", "name.givenName", "emails", "emails.type", "manager", `${urn}:badge`];
const comparisons: fc.Arbitrary<Comparison> = fc.oneof(
  comparison(texts, ofText, text),
  comparison([...texts, "active"], ["eq", "ne"], fc.constant(null)),
  comparison(["photo"], ["eq", "ne", "co", "sw", "ew"], text),
  comparison(["active", "emails.primary"], ["eq", "ne"], fc.boolean()),
  comparison(["shoeSize"], ofOrder, fc.integer({ min: 38, max: 40 })),
  comparison(["hired"], ofOrder, date),
);
const present = fc.record({
  kind: fc.constant("present" as const),
  attribute: fc.constantFrom(...texts, "name", "active", "hired", "emails.primary"),
});
const inElement: fc.Arbitrary<Filter> = fc.oneof(
  comparison(["value", "type"], ofText, text),
  comparison(["primary"], ["eq", "ne"], fc.boolean()),
);

const { filter: anyFilter } = fc.letrec<{ filter: Filter; several: readonly Filter[] }>(tie => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    comparisons,
    present,
    fc.record({
      kind: fc.constant("element" as const),
      attribute: fc.constant("emails"),
      filter: fc.oneof(
        inElement,
        fc.record({ kind: fc.constantFrom("and" as const, "or" as const), terms: fc.tuple(inElement, inElement) }),
      ),
    }),
    fc.record({ kind: fc.constant("not" as const), term: tie("filter") }),
    fc.record({ kind: fc.constantFrom("and" as const, "or" as const), terms: tie("several") }),
  ),
  several: fc.array(tie("filter"), { minLength: 2, maxLength: 3 }),
}));

/** How a filter can be written in many ways: its words and names in any case, with more blanks and parentheses than needed. */
interface Hand {
  readonly cased: (word: string) => string;
  readonly blanks: () => string;
  readonly encloses: () => boolean;
}

function write(filter: Filter, hand: Hand): string {
  const { cased, blanks, encloses } = hand;
  const whole = encloses() ? (written: string) => `(${blanks()}${written}${blanks()})` : (written: string) => written;
  switch (filter.kind) {
    case "and":
    case "or":
      return whole(
        filter.terms
          .map(term => (term.kind === "and" || term.kind === "or" ? `(${write(term, hand)})` : write(term, hand)))
          .join(` ${blanks()}${cased(filter.kind)} `),
      );
    case "not":
      return whole(`${cased("not")}${blanks()}(${write(filter.term, hand)})`);
    case "present":
      return whole(`${cased(filter.attribute)} ${blanks()}${cased("pr")}`);
    case "element":
      return whole(`${cased(filter.attribute)}[${blanks()}${write(filter.filter, hand)}${blanks()}]`);
    case "compare":
      return whole(`${cased(filter.attribute)} ${cased(filter.operator)} ${blanks()}${JSON.stringify(filter.value)}`);
  }
}

const hands: fc.Arbitrary<Hand> = fc.infiniteStream(fc.nat(5)).map(stream => {
  const next = () => stream.next().value ?? 0;
  return {
    cased: word => [...word].map(letter => (next() === 0 ? letter.toUpperCase() : letter)).join(""),
    blanks: () => (next() === 0 ? "  " : ""),
    encloses: () => next() === 0,
  };
});

/** Names in the case in which the tree has them, since a filter keeps them as they are written. */
function lowered(filter: Filter): unknown {
  return JSON.parse(JSON.stringify(filter), (key, value) =>
    key === "attribute" ? String(value).toLowerCase() : value,
  );
}

suite("any filter", () => {
  test("is read as it was meant, however it is written", () => {
    fc.assert(
      fc.property(anyFilter, hands, (filter, hand) => {
        const parsed = parseFilter(write(filter, hand));
        assert.ok(parsed.kind !== "invalid", JSON.stringify(parsed));
        assert.deepEqual(lowered(parsed), lowered(filter));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  test("says the same of any resource as the reference does", () => {
    fc.assert(
      fc.property(anyFilter, fc.array(resource, { minLength: 1, maxLength: 5 }), (filter, resources) => {
        const compiled = compileFilter(filter, findAttribute);
        assert.ok(compiled.kind === "compiled", JSON.stringify(compiled));
        for (const one of resources) assert.equal(compiled.matches(one), says(filter, one, findAttribute));
      }),
      { seed: 7, numRuns: 4000 },
    );
  });

  test("that is no filter is told of and never thrown", () => {
    const piece = fc.constantFrom(
      ...['"', "(", ")", "[", "]", ".", " ", "\\", "eq", "pr", "and", "not", "or", "title", "1", "null"],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const parsed = parseFilter(pieces.join(""));
        if (parsed.kind === "invalid") assert.notEqual(parsed.message, "");
        else compileFilter(parsed, findAttribute);
      }),
      { seed: 7, numRuns: 5000 },
    );
  });
});
