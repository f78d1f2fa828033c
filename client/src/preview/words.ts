import * as l10n from "@vscode/l10n";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import type { Check, RequestReport, Step } from "./reportParts.ts";

/** What a person reads for each action. */
export const actionWords: Readonly<Record<ProvisioningResult["action"], string>> = {
  create: l10n.t("Create"),
  update: l10n.t("Update"),
  disable: l10n.t("Disable"),
  delete: l10n.t("Delete"),
  skip: l10n.t("Skip"),
  fail: l10n.t("Fail"),
};

/** What a request is for. */
export const purposeWords: Readonly<Record<ProvisioningResult["requests"][number]["purpose"], string>> = {
  test: l10n.t("Test connection"),
  match: l10n.t("Match"),
  unique: l10n.t("Look for a unique value"),
  read: l10n.t("Read"),
  create: l10n.t("Create"),
  update: l10n.t("Update"),
  disable: l10n.t("Disable"),
  delete: l10n.t("Delete"),
  reference: l10n.t("Set reference"),
};

/** Why an attribute has its new value, as the attribute table says it. */
export const whyWords: Readonly<Record<ProvisioningResult["attributes"][number]["why"], string>> = {
  changed: l10n.t("Changed"),
  unchanged: l10n.t("Unchanged"),
  default: l10n.t("Default value"),
  flowsAlways: l10n.t("Flows always"),
  onlyDuringCreation: l10n.t("Only during creation"),
  flowIgnored: l10n.t("Flow ignored"),
  empty: l10n.t("No value"),
  reference: l10n.t("Reference"),
  notFlowing: l10n.t("Not flowing"),
  problem: l10n.t("Problem"),
};

/** What becomes of an object that a reference points to, or pointed to. */
export const outcomeWords: Readonly<
  Record<NonNullable<ProvisioningResult["attributes"][number]["references"]>[number]["outcome"], string>
> = {
  set: l10n.t("set"),
  added: l10n.t("added"),
  removed: l10n.t("removed"),
  unchanged: l10n.t("unchanged"),
  leftOut: l10n.t("left out"),
  failed: l10n.t("failed"),
};

/** The steps of provision on demand, as the portal names them. */
export const stepWords: Readonly<Record<Step["name"], string>> = {
  "Test connection": l10n.t("Test connection"),
  Import: l10n.t("Import"),
  Scope: l10n.t("Scope"),
  Match: l10n.t("Match"),
  Action: l10n.t("Action"),
};

/** The conditions of provisioning, which Entra calls by English words. */
export const conditionWords: Readonly<Record<ProvisioningResult["scope"]["conditions"][number]["name"], string>> = {
  "Active in the source system": l10n.t("Active in the source system"),
  "Assigned to the application": l10n.t("Assigned to the application"),
  "Scoping filter evaluation passed": l10n.t("Scoping filter evaluation passed"),
  "Input filter evaluation passed": l10n.t("Input filter evaluation passed"),
  "Category filter evaluation passed": l10n.t("Category filter evaluation passed"),
};

/** What became of a step. */
export const statusWords: Readonly<Record<Step["status"], string>> = {
  Success: l10n.t("Success"),
  Warning: l10n.t("Warning"),
  Failure: l10n.t("Failure"),
  Skipped: l10n.t("Skipped"),
  "Not reached": l10n.t("Not reached"),
};

/** What became of a request. */
export const sentWords: Readonly<Record<RequestReport["outcome"], string>> = {
  sent: l10n.t("sent"),
  "would be sent": l10n.t("would be sent"),
  failed: l10n.t("failed"),
};

/** How a condition came out, or how many objects a query found. */
export function verdictWords(verdict: Check["verdict"]): string {
  switch (verdict) {
    case "passed":
      return l10n.t("passed");
    case "not passed":
      return l10n.t("not passed");
    case "failed":
      return l10n.t("failed");
    case "no hit":
      return l10n.t("no hit");
    case "one hit":
      return l10n.t("one hit");
    default:
      return l10n.t("{0} hits", verdict.replace(" hits", ""));
  }
}
