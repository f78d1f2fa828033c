import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSource } from "../../../server/src/connectors/directory/openSource.ts";
import { openTarget } from "../../../server/src/connectors/scim/openTarget.ts";
import { openStore } from "../../../server/src/connectors/store/openStore.ts";
import { runCycle } from "../../../server/src/engine/cycle/runCycle.ts";
import type { ScimAnswer, ScimRequest, TargetSystem } from "../../../server/src/engine/ports.ts";
import { defaultWire } from "../../../server/src/engine/requests/wire.ts";
import { realWorld } from "../../../server/src/session/session.ts";
import { readText } from "../../harness/cycles.ts";
import { mappingFile } from "../throughput/impactFiles.ts";
import { type Phase, phases, type Recorded, type Report, recordFile, type Taken, type Task, taken } from "./task.ts";

/** Runs the cycles of a task as `mapwright run` does, but for the limit of requests a second. */
const task: Task = JSON.parse(process.argv[2] ?? "");
const { url, token } = task.address;
const sending = { count: 0, milliseconds: 0, recorded: [] as Recorded[] };
const target = observed(
  openTarget({
    endpoint: url,
    authentication: { type: "bearer" },
    secret: token,
    figures: { requestsPerSecond: Number.POSITIVE_INFINITY },
    network: { connections: task.concurrency },
  }),
);
const store = openStore(join(task.folder, `${process.pid}.sqlite`), { application: "Bench", endpoint: url });
const report: Partial<Record<Phase, Taken>> = {};
for (const phase of phases) {
  report[phase] = await taken(() => run(phase));
  if (task.isRecording) writeFileSync(recordFile(task.folder, phase), sending.recorded.map(line).join(""));
}
store.close();
console.log(JSON.stringify(report satisfies Partial<Report>));

async function run(phase: Phase): Promise<{ requests: number; overheads: readonly number[] }> {
  Object.assign(sending, { count: 0, milliseconds: 0, recorded: [] });
  const overheads: number[] = [];
  let before = { at: performance.now(), count: 0, milliseconds: 0 };
  const onProgress = () => {
    const now = { at: performance.now(), count: sending.count, milliseconds: sending.milliseconds };
    const requests = now.count - before.count;
    if (requests > 0) overheads.push((now.at - before.at - (now.milliseconds - before.milliseconds)) / requests);
    before = now;
  };
  const { state, error } = await runCycle({
    ...readText(mappingFile("before")),
    source: openSource(join(task.folder, phase === "update" ? "later.jsonl" : "earlier.jsonl")),
    target,
    endpoint: url,
    store,
    world: realWorld,
    wire: defaultWire,
    configuration: phase === "create" ? "1" : "2",
    concurrency: task.concurrency,
    ...(task.concurrency === 1 && { onProgress }),
  });
  if (state !== "Succeeded") throw new Error(`${phase}: ${state} ${error?.message}`);
  return { requests: sending.count, overheads };
}

function observed({ send }: TargetSystem): TargetSystem {
  return {
    async send(request, ...rest) {
      sending.count++;
      const begun = performance.now();
      const answer = await send(request, ...rest);
      sending.milliseconds += performance.now() - begun;
      if (task.isRecording) sending.recorded.push({ ...request, ...createdId(request, answer) });
      return answer;
    },
  };
}

function createdId({ method }: ScimRequest, answer: ScimAnswer): Pick<Recorded, "id"> {
  return method === "POST" && answer.kind === "resource" ? { id: answer.resource.id } : {};
}

function line(request: Recorded): string {
  return `${JSON.stringify(request)}\n`;
}
