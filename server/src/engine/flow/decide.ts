import * as l10n from "@vscode/l10n";
import type { Application, TargetObjectActions } from "../../model/configuration.ts";
import type { FoundObject } from "../match/match.ts";
import type { SourceObject } from "../ports.ts";
import type { SkipReason } from "../result.ts";
import type { ScopeVerdict } from "../scope/scope.ts";

/** What is to be done with the target's object, before it is known whether anything differs. */
export type Decision =
  | { readonly kind: "create" }
  | { readonly kind: "update" | "disable" | "delete"; readonly found: FoundObject }
  | { readonly kind: "skip"; readonly reason: SkipReason; readonly because: string };

/** What a decision rests on. */
export interface Facts {
  readonly scope: Pick<ScopeVerdict, "entitled" | "active">;
  readonly state: SourceObject["state"];
  readonly objectType: SourceObject["objectType"];
  /** The target's object; absent where there is none. */
  readonly found: FoundObject | undefined;
  readonly actions: TargetObjectActions;
  readonly skipOutOfScopeDeletions: Application["skipOutOfScopeDeletions"];
  /** Whether any attribute mapping reads IsSoftDeleted. */
  readonly canDisable: boolean;
}

/** The action for an object (how-provisioning-works, "Deprovisioning"; customize-application-attributes, "Target object actions"). */
export function decide(facts: Facts): Decision {
  return facts.found === undefined ? decideForUnmatched(facts) : decideForMatched(facts, facts.found);
}

function decideForUnmatched({ scope, actions }: Facts): Decision {
  if (!scope.entitled)
    return skip("NotEffectivelyEntitled", l10n.t("it is out of scope and the target does not have it"));
  if (!scope.active) return skip("NotActiveInSource", l10n.t("only an object that is active in the source is created"));
  return actions.create ? { kind: "create" } : notEnabled("create");
}

function decideForMatched(facts: Facts, found: FoundObject): Decision {
  const { scope, state, actions } = facts;
  if (state === "deleted") return actions.delete ? { kind: "delete", found } : notEnabled("delete");
  if (scope.entitled && scope.active) return actions.update ? { kind: "update", found } : notEnabled("update");
  if (!scope.entitled && facts.skipOutOfScopeDeletions) {
    return skip("SkipOutOfScopeDeletions", l10n.t("the application leaves accounts alone that go out of scope"));
  }
  if (!facts.canDisable) return decideWithoutSoftDelete(facts, found);
  return actions.update ? { kind: "disable", found } : notEnabled("update");
}

/** The target has no way to disable a group, so that it is deleted instead; for users it is a mapping that lacks. */
function decideWithoutSoftDelete({ objectType, actions }: Facts, found: FoundObject): Decision {
  if (objectType === "User")
    return skip("NoSoftDeleteMapping", l10n.t("no attribute mapping depends on IsSoftDeleted"));
  return actions.delete ? { kind: "delete", found } : notEnabled("delete");
}

function notEnabled(action: keyof TargetObjectActions): Decision {
  return skip("ActionNotEnabled", notAllowed(action));
}

/** Each by itself: a directory may be full of them, and a sentence without a gap is made fastest. */
function notAllowed(action: keyof TargetObjectActions): string {
  switch (action) {
    case "create":
      return l10n.t("the mapping does not allow the action create");
    case "update":
      return l10n.t("the mapping does not allow the action update");
    case "delete":
      return l10n.t("the mapping does not allow the action delete");
  }
}

function skip(reason: SkipReason, because: string): Decision {
  return { kind: "skip", reason, because };
}
