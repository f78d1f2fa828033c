import assert from "node:assert/strict";
import fc from "fast-check";
import { type Sandbox, startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import { openTarget } from "../../server/src/connectors/scim/openTarget.ts";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { TargetSystem } from "../../server/src/engine/ports.ts";
import { defaultWire } from "../../server/src/engine/requests/wire.ts";
import { scenarioRun } from "../harness/scenario.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** The target attributes, one of every form of path, by the source attribute that flows into them. */
const targets: Readonly<Record<string, string>> = {
  a1: "displayName",
  a2: "title",
  a3: "name.givenName",
  a4: "name.familyName",
  a5: 'emails[type eq "work"].value',
  a6: 'emails[type eq "home"].value',
  a7: 'phoneNumbers[type eq "mobile"].value',
  a8: 'addresses[type eq "work"].formatted',
  a9: 'addresses[type eq "work"].locality',
  a10: `${enterprise}:department`,
  a11: `${enterprise}:employeeNumber`,
};

const users = [
  "userName <- [userPrincipalName] match 1",
  ...Object.entries(targets).map(([source, target]) => `${target} <- [${source}]`),
].join("\n");

const attributes = fc.dictionary(
  fc.constantFrom(...Object.keys(targets)),
  fc.constantFrom("x", 'a "b" \\ %', "Zoë", "True"),
);

suite("what is written is what is read", () => {
  let sandbox: Sandbox;
  let target: TargetSystem;
  suiteSetup(async () => {
    sandbox = await startSandbox({});
    target = openTarget({ endpoint: sandbox.url, authentication: { type: "bearer" }, secret: sandbox.token });
  });
  suiteTeardown(() => sandbox.stop());

  for (const mode of ["default", "compliant"] as const) {
    test(`by the lenient sandbox, in mode ${mode}, whatever an account had before`, async () => {
      let count = 0;
      const property = fc.asyncProperty(attributes, attributes, async (before, after) => {
        const userPrincipalName = `${mode}${++count}@contoso.com`;
        const run = (held: Readonly<Record<string, string>>, live: boolean) => {
          const directory = [{ id: "u", attributes: { userPrincipalName, ...held } }];
          const wire = { ...defaultWire, mode };
          return provision(scenarioRun({ users, directory, subject: "u", target, live, run: { wire } }));
        };
        assert.equal((await run(before, true)).action, "create");
        const changed = await run(after, true);
        assert.ok(changed.action === "update" || changed.action === "skip", changed.summary);
        const settled = await run(after, false);
        assert.equal(settled.onDemand.statusInfo.skipReason, "RedundantExport", settled.summary);
        const old = new Map(settled.attributes.map(({ target: name, oldValue }) => [name, oldValue]));
        for (const [source, name] of Object.entries(targets)) {
          assert.equal(old.get(name), after[source] ?? before[source] ?? null, name);
        }
      });
      await fc.assert(property, { seed: 5, numRuns: 60 });
    });
  }
});
