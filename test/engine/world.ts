import type { World } from "../../server/src/engine/expression/world.ts";
import { defaultAssumptions } from "../../server/src/functions/assumptions.ts";

/** A world that stands still at 2026-03-02T09:30:00Z and draws the same number always. */
export const stillWorld: World = {
  now: () => Date.UTC(2026, 2, 2, 9, 30),
  random: () => 0.5,
  assumptions: defaultAssumptions,
  jobParameters: new Map([
    ["DomainFQDN", "contoso.com"],
    ["DefaultDomain", "contoso.onmicrosoft.com"],
  ]),
};
