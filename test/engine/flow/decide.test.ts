import assert from "node:assert/strict";
import { decide, type Facts } from "../../../server/src/engine/flow/decide.ts";

const usual: Facts = {
  scope: { entitled: true, active: true },
  state: "present",
  objectType: "User",
  found: undefined,
  actions: { create: true, update: true, delete: true },
  skipOutOfScopeDeletions: false,
  canDisable: true,
};
const found = { id: "1", resource: {} };
const unassigned = { entitled: false, active: true };
const disabled = { entitled: true, active: false };
const neither = { entitled: false, active: false };
const none = { create: false, update: false, delete: false };

suite("the decision", () => {
  const rows: readonly [sentence: string, facts: Partial<Facts>, decision: string][] = [
    ["new, entitled and active", {}, "create"],
    ["new, entitled and active, creation not allowed", { actions: { ...none, update: true } }, "ActionNotEnabled"],
    ["new, but out of scope", { scope: unassigned }, "NotEffectivelyEntitled"],
    ["new, but disabled", { scope: disabled }, "NotActiveInSource"],
    ["new, but deleted", { scope: disabled, state: "deleted" }, "NotActiveInSource"],
    ["known, entitled and active", { found }, "update"],
    [
      "known, entitled and active, update not allowed",
      { found, actions: { ...none, create: true } },
      "ActionNotEnabled",
    ],
    ["known, out of scope", { found, scope: unassigned }, "disable"],
    ["known, disabled", { found, scope: disabled }, "disable"],
    ["known, soft-deleted", { found, scope: disabled, state: "softDeleted" }, "disable"],
    [
      "known, disabled, no mapping of IsSoftDeleted",
      { found, scope: disabled, canDisable: false },
      "NoSoftDeleteMapping",
    ],
    ["known, disabled, update not allowed", { found, scope: disabled, actions: none }, "ActionNotEnabled"],
    [
      "known, out of scope, left alone",
      { found, scope: unassigned, skipOutOfScopeDeletions: true },
      "SkipOutOfScopeDeletions",
    ],
    [
      "known, disabled in scope, out-of-scope accounts left alone",
      { found, scope: disabled, skipOutOfScopeDeletions: true },
      "disable",
    ],
    ["known, deleted", { found, scope: neither, state: "deleted" }, "delete"],
    [
      "known, deleted, out-of-scope accounts left alone",
      { found, scope: neither, state: "deleted", skipOutOfScopeDeletions: true },
      "delete",
    ],
    [
      "known, deleted, deletion not allowed",
      { found, scope: neither, state: "deleted", actions: none },
      "ActionNotEnabled",
    ],
  ];
  for (const [sentence, facts, expected] of rows) {
    test(`${sentence}: ${expected}`, () => {
      const decision = decide({ ...usual, ...facts });
      assert.equal(decision.kind === "skip" ? decision.reason : decision.kind, expected);
    });
  }
});
