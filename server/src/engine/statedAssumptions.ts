import { type AssumptionName, assumptionTexts } from "../functions/assumptions.ts";
import type { StatedAssumption } from "./result.ts";

/** What the engine takes for granted where no public page settles it, in the words that a person sees. */
export const engineAssumptions = {
  ampersandTestsBits: "& and !& compare bit by bit, since the attribute and the value are both whole numbers.",
  ampersandFindsText: "& and !& look for the attribute's text inside the value, since they are not both whole numbers.",
  emptyTextIsNotSent: "An empty text is not sent to the target, as an absent value is not.",
  filterEscapes: "The matching value is escaped in the query; Entra does not escape it, and its own query would fail.",
  linkedByMatch: "An account found by matching is taken to be managed by this application.",
  softDeleteSendsOnly: "Only attributes that depend on IsSoftDeleted are sent when an account is disabled.",
} as const satisfies Readonly<Record<string, string>>;

export type EngineAssumption = keyof typeof engineAssumptions;

/** The assumptions with their texts, each once. */
export function stateAssumptions(names: Iterable<AssumptionName | EngineAssumption>): readonly StatedAssumption[] {
  return [...new Set(names)].map(name => ({
    name,
    text:
      name in engineAssumptions
        ? engineAssumptions[name as EngineAssumption]
        : assumptionTexts[name as AssumptionName].text,
  }));
}
