import { append } from "./append.ts";
import type { FunctionDefinition } from "./definition.ts";
import { switchFunction } from "./switch.ts";

/** Every built-in function, in the order of the alphabet. */
export const functions: readonly FunctionDefinition[] = [append, switchFunction];

const byName = new Map(functions.map(definition => [definition.name, definition]));
const byLowerName = new Map(functions.map(definition => [definition.name.toLowerCase(), definition]));

/** The function of exactly this name; Entra's names are case-sensitive. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return byName.get(name);
}

/** The function of this name in any case. */
export function findFunctionIgnoringCase(name: string): FunctionDefinition | undefined {
  return byLowerName.get(name.toLowerCase());
}
