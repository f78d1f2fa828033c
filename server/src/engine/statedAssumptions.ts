import * as l10n from "@vscode/l10n";
import type { AssumptionName } from "../functions/assumptions.ts";
import { assumptionTexts } from "../functions/assumptionTexts.ts";
import type { StatedAssumption } from "./result.ts";

/** What the engine takes for granted where no public page settles it, in the words that a person sees. */
export const engineAssumptions = {
  ampersandTestsBits: "& and !& compare bit by bit, since the attribute and the value are both whole numbers.",
  ampersandFindsText: "& and !& look for the attribute's text inside the value, since they are not both whole numbers.",
  accountsAsBefore:
    "What the target holds is not known: every object in scope of the version before is taken to have the account that this version creates.",
  emptyTextIsNotSent: "An empty text is not sent to the target, as an absent value is not.",
  filterEscapes: "The matching value is escaped in the query; Entra does not escape it, and its own query would fail.",
  groupIsDeleted:
    "A group has nothing that could be disabled: one that goes out of scope is deleted, as where a target has no soft deletion.",
  inactiveIsLeftAlone:
    "An account is left alone that no mapping of IsSoftDeleted disables; the documentation can also be read so that a target without soft deletion has it deleted at once.",
  conflictIsMatched:
    "The target met the creation with a conflict and has the object all the same: Entra would report the conflict, and match again in its next cycle.",
  linkedByMatch: "An account found by matching is taken to be managed by this application.",
  softDeleteSendsOnly: "Only attributes that depend on IsSoftDeleted are sent when an account is disabled.",
  memberBatch:
    "How many members Entra sends in one request is not documented: the setting memberBatch says it, 1 unless set.",
  groupMarkerSchema:
    "A new group names Microsoft's schema ADSCIM as the documented request does, unless the setting groupMarkerSchema says false.",
  otherEmailPrimary:
    "What `primary` is of an address that is not the one for work is not documented: the setting otherEmailPrimary says it, absent unless set.",
  loneChange:
    "With the flag, one changed attribute alone keeps its path as documented; Microsoft's validator sends it in a value, which the setting loneChange can ask for.",
  singleRole:
    "Without the flag, a changed single role is added to roles as JSON text as documented, unless the setting singleRole says path.",
  flagInUrl: "The flag of the tenant URL is not sent with the requests, unless the setting flagInUrl says true.",
  referenceCheck: "Before a reference is set it is asked for, as a documented walk-through of Microsoft's does.",
  referenceIsId:
    "A reference is set to the id of the object as plain text, as Microsoft's tests and observed requests do, unless the setting referenceForm says object.",
  referenceIsCleared:
    "A reference that the source does not have any more is cleared with an empty text, as Microsoft's tests do, or with an object that holds one where the setting referenceForm says object.",
  clearedValue:
    "What the source does not have any more is taken away from the target, as the setting clearedValue says; Entra leaves it there.",
  changedValueIsAdded:
    "With the flow type ValueAddOnly a value that changed flows into an attribute with one value, and only its removal does not; Graph's page names Add and Remove alone.",
} as const satisfies Readonly<Record<string, string>>;

export type EngineAssumption = keyof typeof engineAssumptions;

/** The assumptions with their texts in the person's language, each once. */
export function stateAssumptions(names: Iterable<AssumptionName | EngineAssumption>): readonly StatedAssumption[] {
  return [...new Set(names)].map(name => ({
    name,
    text: l10n.t(
      name in engineAssumptions
        ? engineAssumptions[name as EngineAssumption]
        : assumptionTexts[name as AssumptionName].text,
    ),
  }));
}
