import { eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";

/** Guid makes a new random identifier at each evaluation. */
export const guid: FunctionDefinition = {
  name: "Guid",
  profiles: ["application", "cloudSync"],
  summary: "Returns a new random GUID, in lower case.",
  parameters: [],
  returns: "text",
  source: `${functionsPage}#guid`,
  implementation: eager([], ({ random }) => newGuid(random)),
};

/** A GUID of the random kind (RFC 9562 section 5.4), in lower case. */
export function newGuid(random: () => number): string {
  let guid = "";
  for (let place = 0; place < 32; place++) {
    const digit = Math.floor(random() * 16);
    if (place === 8 || place === 12 || place === 16 || place === 20) guid += "-";
    if (place === 12) guid += "4";
    else guid += (place === 16 ? 8 + (digit >> 2) : digit).toString(16);
  }
  return guid;
}
