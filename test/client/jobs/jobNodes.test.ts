import assert from "node:assert/strict";
import { jobNode } from "../../../client/src/jobs/jobNodes.ts";
import type { JobNode } from "../../../client/src/jobs/jobRow.ts";
import { moment } from "../../../client/src/jobs/words.ts";
import type { Job } from "../../../server/src/protocol/jobs.ts";
import { jobWith, sampleJob, stagedJob } from "./sampleJob.ts";

/** The rows as lines: label, description, and those below further in. */
function lines({ label, description, children }: JobNode, indent = ""): readonly string[] {
  const line = `${indent}${label}${description === undefined ? "" : `: ${description}`}`;
  return [line, ...children.flatMap(child => lines(child, `${indent}  `))];
}

function all(node: JobNode): readonly JobNode[] {
  return [node, ...node.children.flatMap(all)];
}

const progress = {
  counts: { ...(sampleJob.status?.lastExecution ?? assert.fail()), countImported: 600, countExported: 2 },
  share: 0.5,
  rate: 300,
};

suite("the rows of a job", () => {
  test("tell its last cycle, count by count, and what the target has", () => {
    const [head, ...rest] = lines(jobNode(sampleJob));
    assert.equal(head, "Learning: test · EntryLevelErrors: 3 created, 1 failed, 1200 skipped");
    for (const line of [
      "  Last cycle: initial, EntryLevelErrors: 3 created, 1 failed, 1200 skipped",
      `    Ended: ${moment("2026-03-02T09:30:12.000Z")}, after 12.0 s`,
      "    Read from the source: 1,204",
      "    Created: 3",
      "    Deleted: 0",
      "  Provisioned: 3 users, 1 group",
      `  Watermark: ${moment("2026-03-02T09:30:00.000Z")}`,
      "  Provisioning log",
    ])
      assert.ok(rest.includes(line), line);
  });

  test("tell why an object failed, what to do, and when it is tried again", () => {
    assert.deepEqual(lines(jobNode(sampleJob)).slice(1, 6), [
      "  Failed objects: 1, to be tried again",
      "    Ada Lovelace: DuplicateTargetEntries",
      "      Two users of the target have this user name.",
      "      Delete one of them.",
      `      Next attempt: ${moment("2026-03-02T15:30:01.000Z")}, after 1 attempt`,
    ]);
  });

  test("tell of a quarantine with reason and remedy, and of what is staged", () => {
    assert.deepEqual(lines(jobNode(stagedJob)).slice(0, 10), [
      "Learning: test · in quarantine",
      "  Quarantine: TooManyDeletes",
      "    Three are too many.",
      "    Allow or reject them.",
      `    Since: ${moment("2026-03-02T09:30:12.000Z")}`,
      `    Next attempt: ${moment("2026-03-02T15:30:12.000Z")}`,
      "  Staged deletions: 3, until somebody allows or rejects them",
      "    Person 0: to be deleted",
      "    Person 1: to be disabled",
      "    and 1 more",
    ]);
  });

  const states: readonly (readonly [sentence: string, job: Job, description: string, icon: string, context: string])[] =
    [
      [
        "a cycle under way",
        { ...sampleJob, run: { kind: "running", progress } },
        "test · 50 % · 600 read, 300/s · 2 written, 1 failed",
        "sync~spin",
        "mapwright.job running stored",
      ],
      [
        "another process",
        { ...sampleJob, run: { kind: "elsewhere" } },
        "test · running in another process",
        "lock",
        "mapwright.job elsewhere stored",
      ],
      [
        "the next cycle",
        { ...sampleJob, run: { kind: "waiting", next: "2026-03-02T10:10:00.000Z" } },
        `test · EntryLevelErrors: 3 created, 1 failed, 1200 skipped · next cycle ${moment("2026-03-02T10:10:00.000Z")}`,
        "warning",
        "mapwright.job waiting stored",
      ],
      ["a quarantine", stagedJob, "test · in quarantine", "warning", "mapwright.job idle stored staged"],
      [
        "a job that was disabled",
        jobWith({ code: "Paused", disabled: "2026-03-30T09:30:00.000Z" }),
        "test · disabled",
        "warning",
        "mapwright.job idle stored",
      ],
      ["no cycle at all", jobWithout("status"), "test · no cycle has ended", "circle-outline", "mapwright.job idle"],
      [
        "a store that cannot be read",
        { ...jobWithout("status"), trouble: "It is damaged. Remove it." },
        "test · cannot be read",
        "error",
        "mapwright.job idle",
      ],
    ];
  for (const [sentence, job, description, icon, context] of states)
    test(`begin with ${sentence}, in words and in the icon`, () => {
      const node = jobNode(job);
      assert.deepEqual([node.description, node.icon, node.context], [description, icon, context]);
    });

  test("have ids of their own, which stay the same", () => {
    for (const job of [sampleJob, stagedJob]) {
      const ids = all(jobNode(job)).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(
        all(jobNode({ ...job, run: { kind: "elsewhere" } })).map(({ id }) => id),
        ids,
      );
    }
  });
});

function jobWithout(member: "status"): Job {
  const { [member]: _, ...rest } = sampleJob;
  return { ...rest, escrowed: 0 };
}
