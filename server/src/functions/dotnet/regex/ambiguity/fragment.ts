/** What a part of a pattern looks like from outside: the positions that it begins and ends with. */
export interface Fragment {
  /** In how many ways it matches the empty text. */
  readonly empty: number;
  readonly first: readonly Ends[];
  readonly last: readonly Ends[];
}

/** A position at one end of a part, and in how many ways the empty text between the two is matched. */
export interface Ends {
  readonly position: number;
  readonly ways: number;
}

/** More ways than any budget has steps; so many at most are counted, since infinitely many could not be calculated with. */
const mostWays = 1e100;

/** What has no characters. */
export const nothing: Fragment = { empty: 1, first: [], last: [] };

/** One part behind another. */
export function join(before: Fragment, behind: Fragment): Fragment {
  return {
    empty: Math.min(mostWays, before.empty * behind.empty),
    first: [...before.first, ...times(behind.first, before.empty)],
    last: [...times(before.last, behind.empty), ...behind.last],
  };
}

/** One part or another. */
export function alternation(branches: readonly Fragment[]): Fragment {
  return {
    empty: branches.reduce((sum, { empty }) => sum + empty, 0),
    first: branches.flatMap(({ first }) => first),
    last: branches.flatMap(({ last }) => last),
  };
}

/** A part that may be absent, and behind which the rest follows unless the part is empty. */
export function optional(part: Fragment, rest: Fragment): Fragment {
  return {
    empty: 1 + part.empty,
    first: part.first,
    last: [...times(part.last, rest.empty), ...rest.last],
  };
}

/** A part without characters, repeated: one time that nobody demands is the last. */
export function repeatedEmpty({ empty }: Fragment, minimum: number, maximum: number): Fragment {
  return { ...nothing, empty: Math.min(mostWays, empty ** minimum * (maximum > minimum ? 1 + empty : 1)) };
}

function times(ends: readonly Ends[], factor: number): readonly Ends[] {
  if (factor <= 1) return factor === 1 ? ends : [];
  return ends.map(({ position, ways }) => ({ position, ways: Math.min(mostWays, ways * factor) }));
}
