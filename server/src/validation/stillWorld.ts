import { defaultAssumptions } from "../functions/assumptions.ts";
import type { CallContext } from "../functions/definition.ts";
import { newBudget } from "../functions/dotnet/regex/budget.ts";

/** The context in which an argument that is written out is read: nothing of the world changes what it is. */
export const stillWorld: CallContext = {
  now: () => 0,
  random: () => 0,
  assumptions: defaultAssumptions,
  jobParameters: new Map(),
  regexBudget: newBudget(),
  redact: () => undefined,
  assume: () => undefined,
};
