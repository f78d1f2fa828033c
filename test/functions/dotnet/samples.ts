import fastCheck, { type Arbitrary } from "fast-check";
import { readRegex } from "../../../server/src/functions/dotnet/regex.ts";

/** A small regular expression over a and b, as a tree that can be printed in .NET's syntax and matched by .NET's rules. */
export type Sample =
  | { readonly kind: "character"; readonly characters: "a" | "b" | "ab" }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Sample[] }
  | { readonly kind: "group"; readonly name: string; readonly body: Sample }
  | { readonly kind: "look"; readonly opening: "(?=" | "(?!" | "(?<=" | "(?<!"; readonly body: Sample }
  | { readonly kind: "atomic"; readonly body: Sample }
  | { readonly kind: "place"; readonly mark: "^" | "$" }
  | { readonly kind: "balance"; readonly name: string; readonly removed: string; readonly body: Sample }
  /** The condition is the name of a group, or a pattern. */
  | { readonly kind: "condition"; readonly condition: string | Sample; readonly yes: Sample; readonly no: Sample }
  | {
      readonly kind: "repeat";
      readonly minimum: number;
      readonly maximum: number;
      readonly lazy: boolean;
      readonly body: Sample;
    }
  | { readonly kind: "reference"; readonly name: string };

const name = fastCheck.constantFrom("x", "y", "z");

const repeatFacts = fastCheck.record({
  kind: fastCheck.constant("repeat" as const),
  minimum: fastCheck.constantFrom(0, 0, 1, 2),
  more: fastCheck.constantFrom(0, 1, Number.POSITIVE_INFINITY),
  lazy: fastCheck.boolean(),
});

const { part } = fastCheck.letrec<{ readonly part: Sample }>(tie => ({
  part: fastCheck.oneof(
    { maxDepth: 5, depthSize: "large" },
    {
      weight: 3,
      arbitrary: fastCheck.record({
        kind: fastCheck.constant("character" as const),
        characters: fastCheck.constantFrom("a", "b", "ab"),
      }),
    },
    { weight: 1, arbitrary: fastCheck.record({ kind: fastCheck.constant("reference" as const), name }) },
    {
      weight: 2,
      arbitrary: fastCheck.record({
        kind: fastCheck.constant("sequence" as const),
        parts: fastCheck.array(tie("part"), { maxLength: 4 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fastCheck.record({
        kind: fastCheck.constant("choice" as const),
        parts: fastCheck.array(tie("part"), { maxLength: 3 }),
      }),
    },
    { weight: 3, arbitrary: fastCheck.record({ kind: fastCheck.constant("group" as const), name, body: tie("part") }) },
    {
      weight: 1,
      arbitrary: fastCheck.record({
        kind: fastCheck.constant("look" as const),
        opening: fastCheck.constantFrom("(?=", "(?!", "(?<=", "(?<!"),
        body: tie("part"),
      }),
    },
    { weight: 1, arbitrary: fastCheck.record({ kind: fastCheck.constant("atomic" as const), body: tie("part") }) },
    {
      weight: 1,
      arbitrary: fastCheck.record({
        kind: fastCheck.constant("place" as const),
        mark: fastCheck.constantFrom("^", "$"),
      }),
    },
    {
      weight: 1,
      arbitrary: fastCheck.record({
        kind: fastCheck.constant("balance" as const),
        name: fastCheck.constantFrom("", "x", "y"),
        removed: name,
        body: tie("part"),
      }),
    },
    {
      weight: 1,
      arbitrary: fastCheck.record({
        kind: fastCheck.constant("condition" as const),
        condition: fastCheck.oneof(name, tie("part")),
        yes: tie("part"),
        no: tie("part"),
      }),
    },
    {
      weight: 3,
      arbitrary: fastCheck
        .tuple(repeatFacts, tie("part"))
        .map(([{ more, ...facts }, body]) => ({ ...facts, body, maximum: Math.max(1, facts.minimum + more) })),
    },
  ),
}));

/** Sequences of some length on which versions of .NET agree; groups share a name now and then. */
export const samples: Arbitrary<Sample> = fastCheck
  .array(part, { minLength: 2, maxLength: 5 })
  .map((parts): Sample => ({ kind: "sequence", parts }))
  .filter(sample => readRegex(print(sample)).kind === "regex");

/** The sample in .NET's syntax. Groups that it refers to and lacks are added where they never match. */
export function print(sample: Sample): string {
  const text = printPart(sample);
  const lacking = ["x", "y", "z"].filter(each => refersTo(text, each) && !text.includes(`(?<${each}`));
  return text + lacking.map(each => `(?:(?<${each}>a)){0}`).join("");
}

function refersTo(text: string, name: string): boolean {
  return text.includes(`<${name}>`) || text.includes(`-${name}>`) || text.includes(`(?(${name})`);
}

function printPart(sample: Sample): string {
  switch (sample.kind) {
    case "character":
      return sample.characters.length === 1 ? sample.characters : `[${sample.characters}]`;
    case "sequence":
      return sample.parts.map(printPart).join("");
    case "choice":
      return `(?:${sample.parts.map(printPart).join("|")})`;
    case "group":
      return `(?<${sample.name}>${printPart(sample.body)})`;
    case "balance":
      return `(?<${sample.name}-${sample.removed}>${printPart(sample.body)})`;
    case "condition": {
      const { condition, yes, no } = sample;
      const printed = typeof condition === "string" ? condition : `(?:${printPart(condition)})`;
      return `(?(${printed})${printPart(yes)}|${printPart(no)})`;
    }
    case "look":
      return `${sample.opening}${printPart(sample.body)})`;
    case "atomic":
      return `(?>${printPart(sample.body)})`;
    case "place":
      return sample.mark;
    case "repeat":
      return `(?:${printPart(sample.body)}){${counts(sample)}}${sample.lazy ? "?" : ""}`;
    case "reference":
      return `\\k<${sample.name}>`;
  }
}

function counts({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }): string {
  return maximum === Number.POSITIVE_INFINITY ? `${minimum},` : `${minimum},${maximum}`;
}
