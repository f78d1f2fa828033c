import { cycleFigures } from "../../server/src/connectors/scim/delivery/figures.ts";
import { openTarget } from "../../server/src/connectors/scim/openTarget.ts";
import { openStore } from "../../server/src/connectors/store/openStore.ts";
import type { ObjectSource, TargetSystem } from "../../server/src/engine/ports.ts";
import type { Value } from "../../server/src/functions/values.ts";
import { person, sourceOf, team, testJob } from "./cycles.ts";

/** A cycle in a process of its own, which is killed at a marked point. */
export interface CycleProcess {
  readonly store: string;
  readonly url: string;
  readonly token: string;
  /** People by name with their attributes, and teams with their members. */
  readonly people: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  readonly teams: Readonly<Record<string, readonly string[]>>;
  /** Absent: it runs to its end. */
  readonly kill?: Kill;
}

/**
 * The point at which it is killed: before the writing request of that number, counted from 1, is sent, when it was
 * answered, before the commit of that number, behind it, or behind the block of that number.
 */
export interface Kill {
  readonly at: "beforeWrite" | "answered" | "beforeCommit" | "committed" | "block";
  readonly count: number;
}

async function main(facts: CycleProcess): Promise<void> {
  const passed = { beforeWrite: 0, answered: 0, beforeCommit: 0, committed: 0, block: 0 };
  const pass = (at: Kill["at"]) => {
    if (++passed[at] === facts.kill?.count && at === facts.kill.at) {
      process.kill(process.pid, "SIGKILL");
      for (;;);
    }
  };
  const opened = openStore(facts.store, { application: "Learning", endpoint: "sandbox" });
  const commit = () => {
    pass("beforeCommit");
    opened.commit();
    pass("committed");
  };
  const objects = [
    ...Object.entries(facts.people).map(([name, attributes]) => person(name, attributes)),
    ...Object.entries(facts.teams).map(([name, members]) => team(name, ...members)),
  ];
  const source = sourceOf(objects);
  const read: ObjectSource["read"] = async function* () {
    for await (const block of source.read()) {
      yield block;
      pass("block");
    }
  };
  const target = killing(open(facts), pass);
  const { run } = testJob({ target, store: { ...opened, commit, stored: async () => commit() } });
  console.log(JSON.stringify(await run([], { source: { ...source, read } })));
}

function open({ url, token }: CycleProcess): TargetSystem {
  const figures = { ...cycleFigures, requestsPerSecond: Number.POSITIVE_INFINITY };
  return openTarget({ endpoint: url, authentication: { type: "bearer" }, secret: token, figures });
}

function killing(target: TargetSystem, pass: (at: Kill["at"]) => void): TargetSystem {
  return {
    async send(request, ...rest) {
      if (request.method === "GET") return target.send(request, ...rest);
      pass("beforeWrite");
      const answer = await target.send(request, ...rest);
      pass("answered");
      return answer;
    },
  };
}

const [, , written] = process.argv;
if (import.meta.main && written !== undefined) await main(JSON.parse(written));
