import assert from "node:assert/strict";
import { filterWords, logText } from "../../../client/src/jobs/logText.ts";
import { happeningEntry } from "../../../server/src/engine/cycle/logEntry.ts";
import type { NumberedEntry } from "../../../server/src/protocol/jobs.ts";

const log = { jobId: "1", cycleId: "2", application: "Learning", endpoint: "sandbox" };
const moment = { id: "3", began: 0, ended: 1000 };

const created = happeningEntry(
  {
    action: "create",
    status: "success",
    step: { name: "EntryExportAdd", provisioningStepType: "export", description: "Ada was created.", details: {} },
    source: { id: "7", displayName: "Ada\nLovelace", identityType: "User" },
    modifiedProperties: [
      { displayName: "userName", oldValue: null, newValue: "ada@contoso.com" },
      { displayName: "title", oldValue: "Boss", newValue: null },
    ],
  },
  log,
  moment,
);
const failed = happeningEntry(
  {
    action: "other",
    status: "failure",
    step: { name: "Quarantine", provisioningStepType: "export", description: "In quarantine.", details: {} },
    error: { code: "HTTP 401", message: "It was refused.", recommendedAction: "Check the secret." },
    source: { id: "", displayName: "", identityType: "" },
  },
  log,
  moment,
);
const entries: readonly NumberedEntry[] = [created, failed].map((entry, index) => ({ number: index + 1, entry }));
const shown = { application: "Learning", environment: "test", filter: {}, entries, limit: 1000 };

suite("a provisioning log as text", () => {
  test("tells of each entry its steps, what changed, why it failed and what to do", () => {
    assert.equal(
      logText(shown),
      `Provisioning log of Learning in test · everything · 2 entries

1970-01-01T00:00:01.000Z  create success  Ada Lovelace
    EntryExportAdd success: Ada was created.
    userName: no value -> "ada@contoso.com"
    title: "Boss" -> no value

1970-01-01T00:00:01.000Z  other failure
    Quarantine failure: In quarantine.
    HTTP 401: It was refused.
    Check the secret.
`,
    );
  });

  test("says what of it is shown", () => {
    assert.match(logText({ ...shown, limit: 2 }), /· the newest 2 entries\n/);
    assert.match(logText({ ...shown, entries: [], filter: { status: "failure" } }), /failure · 0 entries\n\nNo entry/);
    assert.equal(filterWords({ action: "create", status: "failure", subject: "ada" }), "create failure of “ada”");
  });
});
