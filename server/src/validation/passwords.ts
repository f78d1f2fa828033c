import type { Expression } from "../language/expression/tree.ts";
import { children } from "../language/expression/tree.ts";
import { calls } from "./calls.ts";

/** True for a target attribute that holds a password. */
export function isPassword(target: string): boolean {
  return /(^|\.|:)password$/i.test(target);
}

/** True where an expression makes a password up, as the initial one of a new account. */
export function isMadeUp(expression: Expression): boolean {
  return calls(expression, "RandomString") || children(expression).some(isMadeUp);
}
