import type { Call } from "../language/expression/tree.ts";

/** Which argument of the call, counted from 0, the cursor is in; an omitted one counts. */
export function argumentIndex({ separators }: Call, offset: number): number {
  return separators.filter(comma => comma < offset).length;
}

/** Whether a cursor is between the parentheses of the call, or behind the opening one where the other is lacking. */
export function isInArguments({ open, close }: Call, offset: number): boolean {
  return open <= offset && (close === undefined || offset <= close);
}
