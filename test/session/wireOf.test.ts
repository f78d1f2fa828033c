import assert from "node:assert/strict";
import type { WireSettings, WorkspaceEnvironment } from "../../server/src/connectors/workspace/loadWorkspace.ts";
import { defaultWire } from "../../server/src/engine/requests/wire.ts";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";
import { sentFlag, wireOf } from "../../server/src/session/wireOf.ts";

function environment(endpoint: string, wire: WireSettings = {}): WorkspaceEnvironment {
  return {
    endpoint,
    authentication: { type: "none" },
    write: true,
    mode: "lenient",
    testsConnection: false,
    verifies: false,
    limits: {},
    wire,
  };
}

const scim = "https://scim.example.com/scim";

function applicationAt(endpoint: string) {
  return readProvmap(parseProvmap(`application "A" { endpoint: "${endpoint}" }`).file).application;
}

suite("the mode in which requests are written", () => {
  const rows: readonly [endpoint: string, wire: WireSettings, application: string, mode: "default" | "compliant"][] = [
    [scim, {}, scim, "default"],
    [`${scim}?aadOptscim062020`, {}, scim, "compliant"],
    [`${scim}/?AADOPTSCIM062020`, {}, scim, "compliant"],
    [`${scim}?tenant=7&aadOptscim062020`, {}, scim, "compliant"],
    [`${scim}?AzureAdScimPatch062020`, {}, scim, "compliant"],
    [`${scim}?AzureAdScimPatch2017`, {}, scim, "default"],
    [`${scim}?aadOptscim062020`, { flag: "none" }, scim, "default"],
    [scim, { flag: "aadOptscim062020" }, scim, "compliant"],
    [scim, {}, `${scim}?aadOptscim062020`, "default"],
    ["sandbox", {}, `${scim}?aadOptscim062020`, "compliant"],
    ["sandbox", { flag: "none" }, `${scim}?aadOptscim062020`, "default"],
    ["sandbox", {}, "", "default"],
  ];
  for (const [endpoint, wire, application, mode] of rows) {
    test(`${endpoint} ${JSON.stringify(wire)}, the application's being ${application}: ${mode}`, () => {
      assert.equal(wireOf(environment(endpoint, wire), applicationAt(application)).mode, mode);
    });
  }

  test("leaves the other settings as they are, or as they are set", () => {
    assert.deepEqual(wireOf(environment(scim), undefined), defaultWire);
    assert.equal(wireOf(environment(scim, { memberBatch: 20 }), undefined).memberBatch, 20);
  });

  test("is told in the address only where that is set, in the words of the tenant URL", () => {
    const flagged = environment(`${scim}?AzureAdScimPatch062020`, { flagInUrl: true });
    assert.deepEqual(sentFlag(flagged, wireOf(flagged, undefined)), { flag: "AzureAdScimPatch062020" });
    const set = environment(scim, { flag: "aadOptscim062020", flagInUrl: true });
    assert.deepEqual(sentFlag(set, wireOf(set, undefined)), { flag: "aadOptscim062020" });
    for (const wire of [{}, { flagInUrl: false }, { flag: "none", flagInUrl: true }] as const) {
      const without = environment(`${scim}?aadOptscim062020`, wire);
      assert.deepEqual(sentFlag(without, wireOf(without, undefined)), {});
    }
  });
});
