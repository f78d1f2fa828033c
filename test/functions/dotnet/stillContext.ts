import type { CallContext } from "../../../server/src/functions/definition.ts";
import { newBudget } from "../../../server/src/functions/dotnet/regex/budget.ts";
import { stillWorld } from "../../engine/world.ts";

/** A call's context in the world that stands still at 2026-03-02T09:30:00Z; what is assumed goes unheard. */
export const stillContext: CallContext = {
  ...stillWorld,
  regexBudget: newBudget(),
  assume: () => {},
  redact: () => {},
};
