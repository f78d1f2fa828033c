import type { World } from "../engine/evaluate.ts";
import { dryRun, live } from "../engine/executor.ts";
import { provision } from "../engine/pipeline.ts";
import type { SourceObject, TargetSystem } from "../engine/ports.ts";
import type { ProvisioningResult } from "../engine/result.ts";
import { defaultAssumptions } from "../functions/assumptions.ts";
import type { Configuration, ObjectMapping } from "../model/configuration.ts";
import type { Environment } from "../protocol.ts";
import type { Problem } from "../validation/rule.ts";
import { chooseEnvironment, chooseMapping } from "./choose.ts";
import { openDocument } from "./openDocument.ts";
import { describeEnvironment, type Means, openEnvironment } from "./openEnvironment.ts";
import { openUsers } from "./openUsers.ts";
import { refuseErrors, refuseReadOnly } from "./refuse.ts";
import { secureRandom } from "./secureRandom.ts";

/** What a session is opened on. */
export interface SessionSettings extends Means {
  /** The `.provmap` file. */
  readonly file: string;
  /** The text that an editor has of the file; absent: the file is read. */
  readonly text?: string;
  /** The directory of users; absent: the one of mapwright.json. */
  readonly directory?: string;
  /** The name of an environment of mapwright.json; absent: `sandbox`. */
  readonly environment?: string;
}

/** A file, its users and a target, ready to run users through the pipeline. */
export interface Session {
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
  /** Empty where no directory is named. */
  readonly users: readonly SourceObject[];
  readonly environments: readonly Environment[];
  readonly environment: Environment;
  /** The user of that id, userPrincipalName or mail. Throws InputError where there is none. */
  readonly findUser: (key: string) => SourceObject;
  /** Previews or provisions one user. Throws InputError, with nothing sent, for what may not or cannot be run. */
  readonly run: (request: RunRequest) => Promise<ProvisioningResult>;
}

/** One user, one mapping, for real or not. */
export interface RunRequest {
  /** The name of the mapping; absent: the first enabled one that fits the user. */
  readonly mapping?: string;
  /** The user's id, userPrincipalName or mail. */
  readonly user: string;
  /** True: for real. The person has agreed. */
  readonly provision: boolean;
  readonly signal?: AbortSignal;
}

/** Opens a file with its workspace and its users. Throws InputError for what cannot be read, and for an unknown environment. */
export async function openSession(settings: SessionSettings): Promise<Session> {
  const opened = await openDocument(settings.file, settings.text);
  const { document, problems, workspace } = opened;
  const { configuration } = document;
  const name = settings.environment ?? "sandbox";
  const environment = chooseEnvironment(name, workspace);
  const users = await openUsers(settings.directory ?? workspace.directory, configuration.application?.name.text);
  return {
    configuration,
    problems,
    users: users.all,
    environments: Object.entries(workspace.environments).map(entry => describeEnvironment(...entry)),
    environment: describeEnvironment(name, environment),
    findUser: users.find,
    run: async request => {
      if (request.provision) refuseReadOnly(name, environment, workspace);
      const object = users.find(request.user);
      const mapping = chooseMapping(request.mapping, object, configuration);
      refuseErrors(mapping, opened);
      const target = await openEnvironment(environment, configuration, settings);
      return runOver({ object, mapping, target, configuration, text: document.text }, request);
    },
  };
}

interface Parts {
  readonly object: SourceObject;
  readonly mapping: ObjectMapping;
  readonly target: TargetSystem;
  readonly configuration: Configuration;
  readonly text: string;
}

/** The clock and the chance of this machine. */
const realWorld: World = {
  now: Date.now,
  random: secureRandom,
  assumptions: defaultAssumptions,
  jobParameters: new Map(),
};

function runOver(
  { configuration: { application }, ...parts }: Parts,
  { provision: forReal, signal }: RunRequest,
): Promise<ProvisioningResult> {
  return provision({
    ...parts,
    executor: forReal ? live(parts.target) : dryRun(),
    world: realWorld,
    ...(application && { application }),
    ...(signal && { signal }),
  });
}
