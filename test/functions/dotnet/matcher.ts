import fastCheck, { type Arbitrary } from "fast-check";

/** A small regular expression over a and b, as a tree that can be printed in .NET's syntax and matched by .NET's rules. */
export type Sample =
  | { readonly kind: "character"; readonly characters: "a" | "b" | "ab" }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Sample[] }
  | { readonly kind: "group"; readonly name: string; readonly body: Sample }
  | { readonly kind: "look"; readonly opening: "(?=" | "(?!" | "(?<=" | "(?<!"; readonly body: Sample }
  | { readonly kind: "atomic"; readonly body: Sample }
  | {
      readonly kind: "repeat";
      readonly minimum: number;
      readonly maximum: number;
      readonly lazy: boolean;
      readonly body: Sample;
    }
  | { readonly kind: "reference"; readonly name: string };

/** The text of each group, by name. */
export type Captures = Readonly<Record<string, string>>;

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly captures: Captures;
}

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
      weight: 3,
      arbitrary: fastCheck
        .tuple(repeatFacts, tie("part"))
        .map(([{ more, ...facts }, body]) => ({ ...facts, body, maximum: Math.max(1, facts.minimum + more) })),
    },
  ),
}));

/** Sequences of some length; groups share a name now and then. */
export const samples: Arbitrary<Sample> = fastCheck
  .array(part, { minLength: 2, maxLength: 5 })
  .map(parts => ({ kind: "sequence", parts }));

/** The sample in .NET's syntax. */
export function print(sample: Sample): string {
  switch (sample.kind) {
    case "character":
      return sample.characters.length === 1 ? sample.characters : `[${sample.characters}]`;
    case "sequence":
      return sample.parts.map(print).join("");
    case "choice":
      return `(?:${sample.parts.map(print).join("|")})`;
    case "group":
      return `(?<${sample.name}>${print(sample.body)})`;
    case "look":
      return `${sample.opening}${print(sample.body)})`;
    case "atomic":
      return `(?>${print(sample.body)})`;
    case "repeat":
      return `(?:${print(sample.body)}){${counts(sample)}}${sample.lazy ? "?" : ""}`;
    case "reference":
      return `\\k<${sample.name}>`;
  }
}

function counts({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }): string {
  return maximum === Number.POSITIVE_INFINITY ? `${minimum},` : `${minimum},${maximum}`;
}

/** The first match by .NET's rules: captures are kept from one repetition to the next, and a repetition ends where it matched nothing. */
export function firstMatch(sample: Sample, text: string): Match | undefined {
  for (let start = 0; start <= text.length; start++) {
    const match = attempt(sample, { text, backwards: false }, { position: start, captures: {} }, found => found);
    if (match !== undefined) return { start, end: match.position, captures: match.captures };
  }
  return undefined;
}

interface Reading {
  readonly text: string;
  /** From right to left, as inside a lookbehind. */
  readonly backwards: boolean;
}

interface State {
  readonly position: number;
  readonly captures: Captures;
}

type Continuation = (state: State) => State | undefined;

/** What the continuation makes of the first way to match that it accepts. */
function attempt(sample: Sample, reading: Reading, state: State, next: Continuation): State | undefined {
  switch (sample.kind) {
    case "character": {
      const read = readText(reading, state, 1);
      return read !== undefined && sample.characters.includes(read.text) ? next(read.after) : undefined;
    }
    case "sequence":
      return attemptAll(reading.backwards ? sample.parts.toReversed() : sample.parts, reading, state, next);
    case "choice":
      return sample.parts.length === 0
        ? next(state)
        : firstOf(sample.parts, part => attempt(part, reading, state, next));
    case "group":
      return attempt(sample.body, reading, state, after => next(capture(sample.name, reading, state, after)));
    case "look":
      return look(sample, reading, state, next);
    case "atomic": {
      const inside = attempt(sample.body, reading, state, after => after);
      return inside && next(inside);
    }
    case "repeat":
      return repeat(sample, 0, reading, state, next);
    case "reference": {
      const wanted = state.captures[sample.name];
      const read = wanted === undefined ? undefined : readText(reading, state, wanted.length);
      return read !== undefined && read.text === wanted ? next(read.after) : undefined;
    }
  }
}

function attemptAll(parts: readonly Sample[], reading: Reading, state: State, next: Continuation): State | undefined {
  const [first, ...others] = parts;
  if (first === undefined) return next(state);
  return attempt(first, reading, state, after => attemptAll(others, reading, after, next));
}

function look(sample: Extract<Sample, { kind: "look" }>, reading: Reading, state: State, next: Continuation) {
  const backwards = sample.opening.includes("<");
  const inside = attempt(sample.body, { ...reading, backwards }, state, after => after);
  if (sample.opening.endsWith("!")) return inside === undefined ? next(state) : undefined;
  return inside && next({ position: state.position, captures: inside.captures });
}

function repeat(
  sample: Extract<Sample, { kind: "repeat" }>,
  done: number,
  reading: Reading,
  state: State,
  next: Continuation,
): State | undefined {
  const again = () =>
    attempt(sample.body, reading, state, after =>
      done + 1 >= sample.minimum && after.position === state.position
        ? next(after)
        : repeat(sample, done + 1, reading, after, next),
    );
  if (done < sample.minimum) return again();
  if (done >= sample.maximum) return next(state);
  return sample.lazy ? (next(state) ?? again()) : (again() ?? next(state));
}

function readText({ text, backwards }: Reading, { position, captures }: State, length: number) {
  const to = backwards ? position - length : position + length;
  if (to < 0 || to > text.length) return undefined;
  return { text: text.slice(Math.min(position, to), Math.max(position, to)), after: { position: to, captures } };
}

function capture(name: string, { text }: Reading, before: State, after: State): State {
  const [start, end] = [before.position, after.position].sort((left, right) => left - right);
  return { position: after.position, captures: { ...after.captures, [name]: text.slice(start, end) } };
}

function firstOf<T, R>(items: readonly T[], attemptItem: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = attemptItem(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
