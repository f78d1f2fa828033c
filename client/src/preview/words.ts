import type { ProvisioningResult } from "../../../server/src/protocol.ts";

/** What a person reads for each action. */
export const actionWords: Readonly<Record<ProvisioningResult["action"], string>> = {
  create: "Create",
  update: "Update",
  disable: "Disable",
  delete: "Delete",
  skip: "Skip",
  fail: "Fail",
};

/** What a request is for. */
export const purposeWords: Readonly<Record<ProvisioningResult["requests"][number]["purpose"], string>> = {
  test: "Test connection",
  match: "Match",
  unique: "Look for a unique value",
  read: "Read",
  create: "Create",
  update: "Update",
  disable: "Disable",
  delete: "Delete",
  reference: "Set reference",
};

/** Why an attribute has its new value, as the attribute table says it. */
export const whyWords: Readonly<Record<ProvisioningResult["attributes"][number]["why"], string>> = {
  changed: "Changed",
  unchanged: "Unchanged",
  default: "Default value",
  flowsAlways: "Flows always",
  onlyDuringCreation: "Only during creation",
  flowIgnored: "Flow ignored",
  empty: "No value",
  reference: "Reference",
  notFlowing: "Not flowing",
  problem: "Problem",
};

/** What becomes of an object that a reference points to, or pointed to. */
export const outcomeWords: Readonly<
  Record<NonNullable<ProvisioningResult["attributes"][number]["references"]>[number]["outcome"], string>
> = {
  set: "set",
  added: "added",
  removed: "removed",
  unchanged: "unchanged",
  leftOut: "left out",
  failed: "failed",
};
