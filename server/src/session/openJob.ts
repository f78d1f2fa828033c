import * as l10n from "@vscode/l10n";
import { openSource } from "../connectors/directory/openSource.ts";
import { InputError } from "../connectors/inputError.ts";
import { cycleFigures } from "../connectors/scim/delivery/figures.ts";
import type { OpenStore } from "../connectors/store/openStore.ts";
import { refuseUnreadable } from "../connectors/textFile.ts";
import type { CycleCounts, TaskExecution } from "../engine/cycle/jobState.ts";
import { runCycle } from "../engine/cycle/runCycle.ts";
import type { ObjectSource, TargetSystem } from "../engine/ports.ts";
import type { Wire } from "../engine/requests/wire.ts";
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
  await refuseUnreadable(directory);
  const source = openSource(directory, { application });
  return {
    application,
    endpoint: environment.endpoint,
    path: located.path,
    run: async asked => {
      const ends = await endsOf(located, source, settings);
      return changeJob(located, store => cycleOver(located, store, ends, asked));
    },
  };
}

/** What a cycle reads and what it writes to. */
interface Ends {
  readonly source: ObjectSource;
  readonly target: TargetSystem;
  readonly wire: Wire;
}

/** Opened before the store is: a cycle that lacks its secret leaves nothing behind. */
async function endsOf({ opened, environment }: JobFile, source: ObjectSource, means: Means): Promise<Ends> {
  const { configuration } = opened.document;
  const wire = wireOf(environment, configuration.application);
  return { source, wire, target: await openEnvironment(environment, configuration, wire, means, cycleFigures) };
}

async function cycleOver(
  { opened: { document }, environment }: JobFile,
  store: OpenStore,
  { source, target, wire }: Ends,
  { concurrency = environment.limits.connections ?? 4, signal, onProgress }: AskedCycle,
): Promise<CycleOutcome> {
  refuseDisabled(store);
  const { configuration, text } = document;
  const { application, mappings } = configuration;
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
