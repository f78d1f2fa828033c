import { defaultAssumptions } from "../functions/assumptions.ts";
import type { CallContext } from "../functions/definition.ts";

/** The context in which an argument that is written out is read: nothing of the world changes what it is. */
export const stillWorld: CallContext = {
  now: () => 0,
  random: () => 0,
  assumptions: defaultAssumptions,
  jobParameters: new Map(),
  redact: () => undefined,
  assume: () => undefined,
};
