import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { thresholdError } from "../../server/src/engine/cycle/quarantine.ts";
import { compileMapping } from "../../server/src/engine/flow/compiledMapping.ts";
import { openImpact } from "../../server/src/engine/impact/impact.ts";
import { liveMapping } from "../../server/src/engine/live/liveMapping.ts";
import type { TargetSystem } from "../../server/src/engine/ports.ts";
import { jobText, person, team, testJob } from "../harness/cycles.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { oneRun, type RunFacts } from "../harness/oneRun.ts";
import { englishInSentences } from "../harness/pseudo.ts";
import { account, engineer, mapping, run } from "./ada.ts";
import { rehearse, type Transcript } from "./converse.ts";
import { edition, user, usersFile } from "./impact/editions.ts";
import { tested } from "./mappingTest/bench.ts";
import { stillWorld } from "./world.ts";

const folder = join(import.meta.dirname, "transcripts");
const transcripts = globSync("*.json", { cwd: folder }).flatMap(
  file => JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly Transcript[],
);

const named = { ...engineer, displayName: "Ada" };
const matched = "userName <- [userPrincipalName] match 1";
const lists: TargetSystem = { send: async () => ({ kind: "done", status: 204 }) };

/** Runs whose sentences no other one has. */
const runs: Readonly<Record<string, Partial<RunFacts>>> = {
  "a creation": {},
  "a creation for real": { live: true },
  "an update": { target: memoryTarget(account) },
  "an account that is as it should be": { mapping: matched, target: memoryTarget(account) },
  "a user who is not assigned": { assigned: false },
  "a user in the recycle bin": { state: "softDeleted" },
  "a user who is gone": { state: "deleted" },
  "a user who is disabled": { user: { ...named, accountEnabled: false } },
  "filters that let nobody in": {
    mapping: `filter "S" { department EQUALS "Sales" mail IS NULL displayName REGEX MATCH "x" } filter "T" { mail GREATER_THAN "7" } ${matched}`,
  },
  "bits and texts": { mapping: `filter "S" { department & "7" } filter "T" { jobTitle !& "7" } ${matched}` },
  "a filter that lets her in": { mapping: `filter "S" { department REGEX MATCH "E.*" } ${matched}` },
  "a filter that cannot be decided": {
    mapping: `filter "S" { proxyAddresses EQUALS "x" } ${matched}`,
    user: { proxyAddresses: ["a"] },
  },
  "a pattern that cannot be tested": { mapping: `filter "S" { mail REGEX MATCH "(" } ${matched}` },
  "a mapping that is off": { mapping: `enabled: false ${matched}` },
  "creations that are not allowed": { mapping: `actions: update ${matched}` },
  "a leaver who is left alone": {
    application: "skipOutOfScopeDeletions: true",
    assigned: false,
    target: memoryTarget(account),
  },
  "a leaver whom nothing disables": { mapping: matched, assigned: false, target: memoryTarget(account) },
  "an object that is left alone": {
    mapping: `${matched} objectFilter <- IIF([department] = "Sales", "False", IgnoreObjectFlow)`,
  },
  "no matching attribute": { mapping: "displayName <- [displayName]" },
  "no matching value": { mapping: "userName <- [nobody] match 1" },
  "a matching attribute that fails": { mapping: "userName <- Nothing([mail]) match 1" },
  "two accounts": { target: memoryTarget(account, { ...account }) },
  "answers that are no lists": { target: lists },
  "a list for one value": { mapping: `${matched} locale <- [proxyAddresses]`, user: { proxyAddresses: ["a"] } },
  "a text for a boolean": { mapping: `${matched} active <- "yes"` },
  "a path that is none": { mapping: `${matched} "cost centre" <- [mail]` },
  "a required attribute without a value": {
    mapping: "externalId <- [objectId] match 1 userName <- [mail]",
    user: { mail: null },
  },
  "a value that is redacted": { mapping: `${matched} title <- FormatDateTime(Redact([jobTitle]), , "x", "y")` },
};

/** Expressions that fail, each in its own way. */
const expressions = [
  "Nothing([mail])",
  "append([mail])",
  "Append([mail])",
  'Append([mail], "a", "b")',
  'Append(, "a")',
  "Append([proxyAddresses], [proxyAddresses])",
  'Left([mail], "x")',
  "Mid([mail], [nobody], 2)",
  'FormatDateTime([nobody], , "yyyy", "yyyy")',
  'Switch([mail], "a", "b", "c", "d")',
  'Append(SelectUniqueValue([mail], [mail]), "x")',
  "%Nobody%",
  'DateAdd("x", 1, [mail])',
];

suite("The engine in the person's language", () => {
  for (const [sentence, facts] of Object.entries(runs)) {
    test(`tells of ${sentence}`, async () =>
      assert.deepEqual(await englishInSentences(() => run({ mapping, user: named, ...fresh(facts) })), []));
  }

  for (const expression of expressions) {
    test(`says why ${expression} fails`, async () => {
      const facts = { mapping: `${matched} title <- ${expression}`, user: { ...named, proxyAddresses: ["a", "b"] } };
      assert.deepEqual(await englishInSentences(() => run(facts)), []);
    });
  }

  for (const transcript of transcripts) {
    test(`tells of ${transcript.title}`, async () =>
      assert.deepEqual(await englishInSentences(() => rehearse(transcript, memoryTarget())), []));
  }

  test("says what the lines of a mapping give", async () => {
    const facts = {
      mapping: `filter "S" { department EQUALS "Sales" } ${matched} title <- Nothing([mail])`,
      user: named,
    };
    const { mapping: object, text, object: ada } = oneRun(facts);
    const live = async () => {
      const subject = { mapping: object, compiled: compileMapping(object, text), scope: "all" } as const;
      const { verdict, filters, values } = liveMapping(subject, ada, { find: () => undefined }, stillWorld);
      return { verdict, filters, values };
    };
    assert.deepEqual(await englishInSentences(live), []);
  });

  test("judges mapping tests", async () => {
    const written = [
      'user: "ada" expect create { title: "Boss" }',
      'user: "ada" expect skip { reason: "RedundantExport" }',
      "expect create",
      'user: "ada" group: "x" expect create',
      'user: "ada"',
      'user: "ada" now: "then" expect create',
      'mapping: "Nobody" user: "ada" expect create',
      'group: { displayName: "x" } expect create',
    ];
    const results = () => Promise.all(written.map(async one => (await tested(one)).result));
    assert.deepEqual(await englishInSentences(results), []);
  });

  test("tells the impact of an edit", async () => {
    const active = 'active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")';
    const within = (department: string, more: string) =>
      usersFile(`filter "S" { department EQUALS "${department}" } ${matched} ${active} ${more}`);
    const people = [
      user("eve", { department: "A" }),
      user("bob", { department: "B" }),
      user("ivy", { department: "A", jobTitle: "x" }, { assigned: false }),
    ];
    const edits: readonly (readonly [before: string, after: string])[] = [
      [within("A", ""), within("B", "")],
      [within("A", ""), within("A", "title <- [department]")],
      [within("A", ""), within("A", 'active <- "perhaps"')],
      [within("A", ""), within("A", "objectFilter <- IgnoreObjectFlow")],
      [usersFile(matched), usersFile(`enabled: false ${matched}`)],
    ];
    const impacts = async () =>
      edits.map(([before, after]) => {
        const impact = openImpact({ before: edition(before), after: edition(after), world: stillWorld, limit: 10 });
        impact.take(people);
        return impact.result();
      });
    assert.deepEqual(await englishInSentences(impacts), []);
  });

  test("logs cycles", async () => {
    const text = jobText({ application: "deleteThreshold: 1" });
    const cycles = async () => {
      const job = testJob({ text, target: memoryTarget() });
      const all = [person("ada", { manager: "bob" }), person("bob"), person("eve", { manager: "nobody" })];
      await job.run([...all, team("staff", "ada", "eve"), person("ivy", { userPrincipalName: null })]);
      await job.run([person("ada", { manager: null, jobTitle: "x" })]);
      await job.run([]);
      const { quarantine, lastExecution } = job.store.state();
      return { entries: job.entries(), escrows: job.store.escrows.all(10), quarantine, lastExecution };
    };
    assert.deepEqual(await englishInSentences(cycles), []);
  });

  test("says what a quarantine means", async () => {
    const health = { failures: 5000, referenceFailures: 1, successes: 0 };
    const error = async () => thresholdError("EncounteredEscrowProportionThreshold", health);
    assert.deepEqual(await englishInSentences(error), []);
  });
});

/** A target is written to: each run has its own. */
function fresh(facts: Partial<RunFacts>): Partial<RunFacts> {
  return facts.live ? { ...facts, target: memoryTarget() } : facts;
}
