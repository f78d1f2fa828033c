import { readFileSync } from "node:fs";
import undici from "undici";
import type { ScimRequest } from "../../../server/src/engine/ports.ts";
import { type Phase, phases, type Recorded, type Report, recordFile, type Taken, type Task, taken } from "./task.ts";

/** Sends the recorded requests of the cycles over a bare Pool, as many at a time, and parses the answers; nothing else. */
const task: Task = JSON.parse(process.argv[2] ?? "");
const { origin, pathname } = new URL(task.address.url);
const pool = new undici.Pool(origin, { connections: task.concurrency });
const headers = {
  accept: "application/scim+json",
  authorization: `Bearer ${task.address.token}`,
  "content-type": "application/scim+json; charset=utf-8",
};
/** The ids that the creations got here, by those that were recorded. */
const ids = new Map<string, string>();
const report: Partial<Record<Phase, Taken>> = {};
for (const phase of phases) {
  const requests = prepared(phase);
  report[phase] = await taken(async () => ({ requests: await sendAll(requests) }));
}
await pool.close();
console.log(JSON.stringify(report satisfies Partial<Report>));

interface Prepared {
  readonly method: ScimRequest["method"];
  readonly path: string;
  readonly content: unknown;
  /** The id that the recorded creation was answered with. */
  readonly id: unknown;
}

function prepared(phase: Phase): readonly Prepared[] {
  const lines = readFileSync(recordFile(task.folder, phase), "utf8").trimEnd().split("\n");
  return lines.map(line => {
    const { method, path, body, id }: Recorded = JSON.parse(line);
    const own = path.replace(/[^/]+$/, last => ids.get(last) ?? last);
    return { method, path: pathname + own, content: body === undefined ? undefined : JSON.parse(body), id };
  });
}

async function sendAll(requests: readonly Prepared[]): Promise<number> {
  let next = 0;
  const worker = async () => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) await send(request);
  };
  await Promise.all(Array.from({ length: task.concurrency }, worker));
  return requests.length;
}

async function send({ method, path, content, id }: Prepared): Promise<void> {
  const body = content === undefined ? null : JSON.stringify(content);
  const answer = await pool.request({ method, path, headers, body });
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode}`);
  const text = await answer.body.text();
  const resource = text === "" ? undefined : JSON.parse(text);
  if (method === "POST") ids.set(String(id), resource.id);
}
