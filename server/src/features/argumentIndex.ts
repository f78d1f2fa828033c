import type { Call } from "../language/expression/tree.ts";

/** Which argument of the call, counted from 0, the cursor is in; an omitted one counts. */
export function argumentIndex({ separators }: Call, offset: number): number {
  return separators.filter(({ end }) => end <= offset).length;
}
