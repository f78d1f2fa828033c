import type { Sample } from "./samples.ts";

/** The text of each group, by name. */
export type Captures = Readonly<Record<string, string>>;

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly captures: Captures;
}

/** The first match by .NET's rules: captures are kept from one repetition to the next, and a repetition ends where it matched nothing. */
export function firstMatch(sample: Sample, text: string): Match | undefined {
  for (let start = 0; start <= text.length; start++) {
    const match = attempt(sample, { text, backwards: false }, { position: start, captures: {} }, found => found);
    if (match !== undefined) return { start, end: match.position, captures: textsOf(text, match.captures) };
  }
  return undefined;
}

function textsOf(text: string, captures: Stacks): Captures {
  return Object.fromEntries(
    Object.entries(captures).flatMap(([name, stack]) => stack.slice(-1).map(range => [name, text.slice(...range)])),
  );
}

/** What each group captured, the latest last. */
type Stacks = Readonly<Record<string, readonly Range[]>>;
type Range = readonly [start: number, end: number];

interface Reading {
  readonly text: string;
  /** From right to left, as inside a lookbehind. */
  readonly backwards: boolean;
}

interface State {
  readonly position: number;
  readonly captures: Stacks;
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
      return attempt(sample.body, reading, state, after => next(push(after, sample.name, between(state, after))));
    case "balance":
      return attempt(sample.body, reading, state, after => balance(sample, state, after, next));
    case "condition":
      return decide(sample, reading, state, next);
    case "place":
      return state.position === (sample.mark === "^" ? 0 : reading.text.length) ? next(state) : undefined;
    case "look":
      return look(sample, reading, state, next);
    case "atomic": {
      const inside = attempt(sample.body, reading, state, after => after);
      return inside && next(inside);
    }
    case "repeat":
      return repeat(sample, 0, reading, state, next);
    case "reference": {
      const range = state.captures[sample.name]?.at(-1);
      const wanted = range && reading.text.slice(...range);
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

function decide(
  { condition, yes, no }: Extract<Sample, { kind: "condition" }>,
  reading: Reading,
  state: State,
  next: Continuation,
): State | undefined {
  if (typeof condition === "string") {
    return attempt(state.captures[condition]?.length ? yes : no, reading, state, next);
  }
  const inside = attempt(condition, reading, state, after => after);
  if (inside === undefined) return attempt(no, reading, state, next);
  return attempt(yes, reading, { position: state.position, captures: inside.captures }, next);
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

function between(before: State, after: State): Range {
  return [Math.min(before.position, after.position), Math.max(before.position, after.position)];
}

function push(state: State, name: string, range: Range): State {
  return { ...state, captures: { ...state.captures, [name]: [...(state.captures[name] ?? []), range] } };
}

/** The latest capture of one group goes, and what lies between it and the body becomes one of the other. */
function balance(
  { name, removed }: Extract<Sample, { kind: "balance" }>,
  before: State,
  after: State,
  next: Continuation,
): State | undefined {
  const stack = after.captures[removed] ?? [];
  const last = stack.at(-1);
  if (last === undefined) return undefined;
  const without = { ...after, captures: { ...after.captures, [removed]: stack.slice(0, -1) } };
  return next(name === "" ? without : push(without, name, gap(between(before, after), last)));
}

function gap([start, end]: Range, [otherStart, otherEnd]: Range): Range {
  if (otherEnd <= start) return [otherEnd, start];
  if (end <= otherStart) return [otherStart, otherStart];
  return [Math.max(start, otherStart), Math.min(end, otherEnd)];
}
function firstOf<T, R>(items: readonly T[], attemptItem: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = attemptItem(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
