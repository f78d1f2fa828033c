import { join } from "node:path";
import { openSource } from "../../../server/src/connectors/directory/openSource.ts";
import type { Run } from "../../../server/src/engine/course.ts";
import { compileMapping } from "../../../server/src/engine/flow/compiledMapping.ts";
import { follow } from "../../../server/src/engine/pipeline.ts";
import type { Resource, ScimAnswer, SourceObject } from "../../../server/src/engine/ports.ts";
import { redactedAttributes } from "../../../server/src/engine/redaction.ts";
import { defaultWire } from "../../../server/src/engine/requests/wire.ts";
import { compileJudge } from "../../../server/src/engine/scope/scope.ts";
import { dryRun } from "../../../server/src/engine/write/executor.ts";
import { findMapping } from "../../../server/src/model/findMapping.ts";
import { realWorld } from "../../../server/src/session/session.ts";
import { readText } from "../../harness/cycles.ts";
import { mappingFile } from "../throughput/impactFiles.ts";

/** Users a second, of every pass but the first: of people whom the target lacks, and of people of whom it has all values. */
export interface Planned {
  readonly created: readonly number[];
  readonly unchanged: readonly number[];
}

/** Plans everybody of a directory as a cycle does, against a target in memory, and writes nothing. */
const [folder = ""] = process.argv.slice(2);
const passes = 6;
const { application, mappings, text } = readText(mappingFile("before"));
const mapping = findMapping(undefined, "User", mappings);
if (mapping === undefined) throw new Error("There is no mapping of users.");
const people: SourceObject[] = [];
for await (const block of openSource(join(folder, "earlier.jsonl")).read()) people.push(...block);
/** What the target holds, by the paths at which it is read. */
const resources = new Map<string, Resource>();
const common: Omit<Run, "object"> = {
  ...(application && { application }),
  mapping,
  mappings,
  text,
  compiled: compileMapping(mapping, text),
  judge: compileJudge(application?.scope ?? "assigned", mapping, realWorld.regexSteps, "failing"),
  redacted: redactedAttributes(mapping),
  target: { send: async ({ path }) => answerTo(path) },
  executor: dryRun(),
  world: realWorld,
  wire: defaultWire,
};

const created = await rates(common);
for (const object of people) {
  const { requests } = await follow({ ...common, object });
  resources.set(`/Users/${object.id}`, { ...JSON.parse(requests.at(-1)?.body ?? ""), id: object.id });
}
const unchanged = await rates({ ...common, lastKnown: { targetId: id => id, references: () => [] } });
console.log(JSON.stringify({ created, unchanged } satisfies Planned));

async function rates(run: Omit<Run, "object">): Promise<readonly number[]> {
  const all: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const begun = performance.now();
    for (const object of people) await follow({ ...run, object });
    all.push((people.length / (performance.now() - begun)) * 1000);
  }
  return all.slice(1);
}

function answerTo(path: string): ScimAnswer {
  const resource = resources.get(path);
  if (resource === undefined) return { kind: "list", status: 200, totalResults: 0, resources: [] };
  return { kind: "resource", status: 200, resource };
}
