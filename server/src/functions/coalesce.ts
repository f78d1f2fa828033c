import { any, type CallContext, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isList, isNullOrEmpty, type Value } from "./values.ts";

/** Coalesce gives the first of its arguments that has a value. */
export const coalesce: FunctionDefinition = {
  name: "Coalesce",
  profiles: ["application", "cloudSync"],
  summary: "Returns the first argument that is not null.",
  parameters: [],
  repeating: { group: [any({ name: "source", summary: "A value that may be absent." })], minimum: 1 },
  returns: "any",
  source: `${functionsPage}#coalesce`,
  implementation: eager([], (context, sources) => firstPresent(sources, context)),
};

function firstPresent(sources: readonly Value[], { assumptions, assume }: CallContext): Value {
  const notNull = sources.find(source => source !== null && !(isList(source) && source.length === 0)) ?? null;
  const notEmpty = sources.find(source => !isNullOrEmpty(source)) ?? null;
  if (notNull === notEmpty) return notNull;
  assume("coalesceSkipsEmpty");
  return assumptions.coalesceSkipsEmpty ? notEmpty : notNull;
}
