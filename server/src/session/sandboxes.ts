import { join } from "node:path";
import type { Sandbox, SandboxContent, SandboxSettings } from "../connectors/sandbox/startSandbox.ts";
import type { WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";

/** The sandboxes of one process. Whoever creates it stops it. */
export interface Sandboxes {
  /**
   * The sandbox that stands for one application in an environment, whose users and groups have these attributes besides
   * the standard's: started when it is first asked for, the same one from then on. Where the attributes have changed, one
   * with the same content takes its place. One that keeps its content in the same folder is stopped before.
   */
  readonly for: (
    application: string,
    environment: WorkspaceEnvironment,
    added: Pick<SandboxSettings, "attributes" | "groupAttributes">,
  ) => Promise<Sandbox>;
  /** Stops all of them; what they keep in a data folder stays. */
  readonly stop: () => Promise<void>;
}

interface Started {
  readonly data: string | undefined;
  /** The attributes besides the standard's, as one text. */
  readonly added: string;
  readonly sandbox: Promise<Sandbox>;
}

/** An owner with no sandbox yet. */
export function createSandboxes(): Sandboxes {
  const started = new Map<string, Started>();
  const release = async (data: string) => {
    const owners = [...started].filter(([, one]) => one.data === data);
    for (const [key] of owners) started.delete(key);
    await stopAll(owners.map(([, one]) => one));
  };
  return {
    for(application, { mode, data: parent, seed }, added) {
      const data = parent === undefined ? undefined : join(parent, folderName(application));
      const settings = { mode, ...added, ...(data !== undefined && { data }), ...(seed !== undefined && { seed }) };
      const key = JSON.stringify([application, mode, data, seed]);
      const running = started.get(key);
      const one = { data, added: JSON.stringify(added) };
      if (running?.added === one.added) return running.sandbox;
      const former = data === undefined ? end(running) : release(data);
      const sandbox = former.then(content => start({ ...settings, ...(content && { content }) }));
      started.set(key, { ...one, sandbox });
      sandbox.catch(() => started.get(key)?.sandbox === sandbox && started.delete(key));
      return sandbox;
    },
    async stop() {
      const all = [...started.values()];
      started.clear();
      await stopAll(all);
    },
  };
}

/** Stops a sandbox, and gives what it held; undefined where there is none. */
async function end(running: Started | undefined): Promise<SandboxContent | undefined> {
  const sandbox = await running?.sandbox.catch(() => undefined);
  const content = await sandbox?.content();
  await sandbox?.stop();
  return content;
}

/** The folder of an application: its name without what a file system may refuse. */
function folderName(application: string): string {
  return application.replace(/[^\p{L}\p{N} ._-]/gu, "_").replace(/^\.+/, "_") || "application";
}

/** One that did not start needs no stop. */
async function stopAll(all: readonly Started[]): Promise<void> {
  const settled = await Promise.allSettled(all.map(({ sandbox }) => sandbox));
  await Promise.all(settled.map(one => (one.status === "fulfilled" ? one.value.stop() : undefined)));
}

async function start(settings: SandboxSettings): Promise<Sandbox> {
  const { startSandbox } = await import("../connectors/sandbox/startSandbox.ts");
  return startSandbox(settings);
}
