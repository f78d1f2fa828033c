import { interactiveFigures } from "../connectors/scim/delivery/figures.ts";
import type { OnDemand, Run } from "../engine/course.ts";
import type { World } from "../engine/expression/world.ts";
import { provision } from "../engine/pipeline.ts";
import type { SourceObject } from "../engine/ports.ts";
import type { ProvisioningResult } from "../engine/result.ts";
import { dryRun, live } from "../engine/write/executor.ts";
import { defaultAssumptions } from "../functions/assumptions.ts";
import type { Application, Configuration } from "../model/configuration.ts";
import type { Environment } from "../protocol/environments.ts";
import type { EndpointAccess } from "../protocol/previews.ts";
import type { Problem } from "../validation/rule.ts";
import { chooseEnvironment, chooseMapping } from "./choose.ts";
import { chooseChanged } from "./chooseChanged.ts";
import { chooseMembers } from "./chooseMembers.ts";
import { describeAccess } from "./describeAccess.ts";
import { openDocument } from "./openDocument.ts";
import { describeEnvironment, type Means, openEnvironment } from "./openEnvironment.ts";
import { openUsers, type Users } from "./openUsers.ts";
import { refuseErrors, refuseReadOnly } from "./refuse.ts";
import { resultInFile } from "./resultInFile.ts";
import { secureRandom } from "./secureRandom.ts";
import { wireOf } from "./wireOf.ts";

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
  readonly groups: readonly SourceObject[];
  readonly environments: readonly Environment[];
  readonly environment: Environment;
  readonly access: EndpointAccess;
  /** The user of that id, userPrincipalName or mail, or the group of that id, displayName or mail. Throws InputError where there is none. */
  readonly findObject: Users["findObject"];
  /** The ids of the members that come with a group, those that are named or the first ones. Throws InputError for who is none. */
  readonly membersOf: (group: SourceObject, keys: readonly string[] | undefined) => readonly string[];
  /** The user or group of that id. */
  readonly findById: (id: string) => SourceObject | undefined;
  /** Previews or provisions one user or group. Throws InputError, with nothing sent, for what may not or cannot be run. */
  readonly run: (request: RunRequest) => Promise<ProvisioningResult>;
}

/** One user or group, one mapping, for real or not. */
export type RunRequest = Subject & {
  /** The name of the mapping; absent: the first enabled one that fits the object. */
  readonly mapping?: string;
  /** True: for real. The person has agreed. */
  readonly provision: boolean;
  /** True: the result compares the requests with and without the flag of the tenant URL. */
  readonly comparesWire?: boolean;
  /** The result tells what an incremental cycle may do in which only these source attributes have changed. */
  readonly changed?: readonly string[];
  readonly signal?: AbortSignal;
};

/** Whom a run is about. */
export type Subject =
  /** The user's id, userPrincipalName or mail. */
  | { readonly user: string; readonly group?: undefined }
  /** The group's id, displayName or mail, and up to five of its members; absent: the first five. */
  | { readonly group: string; readonly members?: readonly string[] };

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
    groups: users.groups,
    environments: Object.entries(workspace.environments).map(entry => describeEnvironment(...entry)),
    environment: describeEnvironment(name, environment),
    access: describeAccess(environment, configuration.application),
    findObject: users.findObject,
    membersOf: (group, keys) => chooseMembers(keys, group, users.find),
    findById: users.directory.find,
    run: async request => {
      if (request.provision) refuseReadOnly(name, environment, workspace);
      const subject = chooseSubject(request, users);
      const mapping = chooseMapping(request.mapping, subject.object, configuration);
      refuseErrors(mapping, opened);
      const wire = wireOf(environment, configuration.application);
      const target = await openEnvironment(environment, configuration, wire, settings, interactiveFigures);
      const { mappings } = configuration;
      const { directory } = users;
      const { testsConnection, verifies } = environment;
      const changed = request.changed && { changed: chooseChanged(request.changed, mapping) };
      const asked = { testsConnection, verifies, wire, ...changed };
      const run = { ...subject, ...asked, mapping, mappings, directory, target, text: document.text };
      return resultInFile(await runOver(run, configuration.application, request), document.sourceMap);
    },
  };
}

function chooseSubject(
  subject: Subject,
  { find, findObject }: Users,
): Pick<Run, "object"> & { readonly onDemand: OnDemand } {
  if (subject.group === undefined) return { object: find(subject.user), onDemand: {} };
  const object = findObject("Group", subject.group);
  return { object, onDemand: { members: chooseMembers(subject.members, object, find) } };
}

/** The clock and the chance of this machine. */
export const realWorld: World = {
  now: Date.now,
  random: secureRandom,
  assumptions: defaultAssumptions,
  jobParameters: new Map(),
};

function runOver(
  run: Omit<Run, "executor" | "world" | "application">,
  application: Application | undefined,
  { provision: forReal, comparesWire, signal }: RunRequest,
): Promise<ProvisioningResult> {
  return provision({
    ...run,
    executor: forReal ? live(run.target) : dryRun(),
    world: realWorld,
    ...(application && { application }),
    ...(comparesWire && { comparesWire }),
    ...(signal && { signal }),
  });
}
