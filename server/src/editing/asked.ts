import { once } from "../functions/once.ts";

/** Gives the features that a person asks for, which are loaded when they are first needed. */
export type Asked = () => Promise<typeof import("./askedFeatures.ts")>;

/** Loads them once, and all together. */
export function createAsked(): Asked {
  return once(() => import("./askedFeatures.ts"));
}
