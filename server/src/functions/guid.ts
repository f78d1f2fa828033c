import { eager, type FunctionDefinition } from "./definition.ts";

/** Guid makes a new random identifier at each evaluation. */
export const guid: FunctionDefinition = {
  name: "Guid",
  profiles: ["application", "cloudSync"],
  summary: "Returns a new random GUID, in lower case.",
  remarks: ["Every evaluation gives another value: apply the mapping only during creation."],
  parameters: [],
  returns: "text",
  examples: [{ expression: "Left(Mid(Guid(), 9, 1), 1)", result: "-" }],
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#guid",
  implementation: eager([], ({ random }) => newGuid(random)),
};

/** A GUID of the random kind (RFC 9562 section 5.4), in lower case. */
export function newGuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + Math.floor(random() * 4);
  return digits
    .map(digit => digit.toString(16))
    .join("")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
