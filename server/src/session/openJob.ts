import * as l10n from "@vscode/l10n";
import { openSource } from "../connectors/directory/openSource.ts";
import { InputError } from "../connectors/inputError.ts";
import { cycleFigures } from "../connectors/scim/delivery/figures.ts";
import type { OpenStore } from "../connectors/store/openStore.ts";
import type { CycleCounts, TaskExecution } from "../engine/cycle/jobState.ts";
import { runCycle } from "../engine/cycle/runCycle.ts";
import type { ObjectSource } from "../engine/ports.ts";
import { configurationVersion } from "./configurationVersion.ts";
import { changeJob, type JobFile, locateJob } from "./jobFile.ts";
import { type Means, openEnvironment } from "./openEnvironment.ts";
import { noDirectory } from "./openUsers.ts";
import { refuseErrors, refuseReadOnly } from "./refuse.ts";
import { realWorld } from "./session.ts";
import { wireOf } from "./wireOf.ts";

/** Which job is run, and by which means. */
export interface JobSettings extends Means {
  /** The `.provmap` file, or a Graph schema. */
  readonly file: string;
  /** The name of an environment of mapwright.json. */
  readonly environment: string;
  /** The directory of users; absent: the one of mapwright.json. */
  readonly directory?: string;
}

/** A job that may run cycles. */
export interface Job {
  readonly application: string;
  readonly endpoint: string;
  /** The file of its store. */
  readonly path: string;
  /**
   * Runs one cycle. Throws InputError for a store or a source that cannot be used, and where another run works on the job;
   * what was done by then is kept.
   */
  readonly run: (asked: AskedCycle) => Promise<CycleOutcome>;
}

export interface AskedCycle {
  /** How many objects are worked on at a time; absent: as many as the environment has connections, or 4. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (counts: CycleCounts, share: number) => void;
}

/** What a cycle did, and the state that it left the job in. */
export interface CycleOutcome {
  readonly execution: TaskExecution;
  readonly state: ReturnType<OpenStore["state"]>;
}

/** Opens a job to run its cycles. Throws InputError, with nothing sent, for what may not or cannot be run. */
export async function openJob(settings: JobSettings): Promise<Job> {
  const located = await locateJob(settings);
  const { opened, environment, application } = located;
  const { workspace, document } = opened;
  refuseReadOnly(settings.environment, environment, workspace);
  if (document.configuration.application?.provisioning === "manual")
    throw new InputError(
      l10n.t`${settings.file}: the application's provisioning is manual, so that no cycle runs. Say "provisioning: automatic".`,
    );
  for (const mapping of document.configuration.mappings) if (mapping.enabled) refuseErrors(mapping, opened);
  const directory = settings.directory ?? workspace.directory;
  if (directory === undefined) throw noDirectory();
  const source = openSource(directory, { application });
  return {
    application,
    endpoint: environment.endpoint,
    path: located.path,
    run: asked => changeJob(located, store => cycleOver(located, store, source, settings, asked)),
  };
}

async function cycleOver(
  { opened: { document }, environment }: JobFile,
  store: OpenStore,
  source: ObjectSource,
  means: Means,
  { concurrency = environment.limits.connections ?? 4, signal, onProgress }: AskedCycle,
): Promise<CycleOutcome> {
  refuseDisabled(store);
  const { configuration, text } = document;
  const { application, mappings } = configuration;
  const wire = wireOf(environment, application);
  const target = await openEnvironment(environment, configuration, wire, means, cycleFigures);
  const execution = await runCycle({
    ...(application && { application }),
    mappings,
    text,
    source,
    target,
    endpoint: environment.endpoint,
    store,
    world: realWorld,
    wire,
    verifies: environment.verifies,
    configuration: configurationVersion(configuration, text),
    concurrency,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  store.provisioningLog.prune(realWorld.now());
  store.commit();
  return { execution, state: store.state() };
}

function refuseDisabled(store: OpenStore): void {
  const { disabled, quarantine } = store.state();
  if (disabled === undefined) return;
  throw new InputError(
    l10n.t`The job was disabled on ${disabled.slice(0, 10)}, having been in quarantine for four weeks: ${quarantine?.error.message ?? ""} Correct that, and restart the job.`,
  );
}
