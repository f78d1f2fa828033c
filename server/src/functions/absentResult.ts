import type { CallContext } from "./definition.ts";

/** What a string function gives for an absent source, which is assumed to be no value. */
export function absentResult({ assumptions, assume }: CallContext): null | "" {
  assume("nullStaysNull");
  return assumptions.nullStaysNull ? null : "";
}
