import { type Directory, openDirectory } from "../connectors/directory/openDirectory.ts";
import { InputError } from "../connectors/inputError.ts";
import { openTarget } from "../connectors/scim/openTarget.ts";
import type { Workspace, WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { World } from "../engine/evaluate.ts";
import { dryRun, live } from "../engine/executor.ts";
import { provision } from "../engine/pipeline.ts";
import type { SourceObject, TargetSystem } from "../engine/ports.ts";
import type { ProvisioningResult } from "../engine/result.ts";
import { defaultAssumptions } from "../functions/assumptions.ts";
import { placeAt } from "../language/lines.ts";
import type { Configuration, ObjectMapping } from "../model/configuration.ts";
import type { Environment } from "../protocol.ts";
import type { Problem } from "../validation/rule.ts";
import { chooseEnvironment, chooseMapping, chooseUser } from "./choose.ts";
import { type OpenedDocument, openDocument } from "./openDocument.ts";
import type { Sandboxes } from "./sandboxes.ts";

/** What a session is opened on. */
export interface SessionSettings {
  /** The `.provmap` file. */
  readonly file: string;
  /** The text that an editor has of the file; absent: the file is read. */
  readonly text?: string;
  /** The directory of users; absent: the one of mapwright.json. */
  readonly directory?: string;
  /** The name of an environment of mapwright.json; absent: `sandbox`. */
  readonly environment?: string;
  /** Gives the secret of that name, when it is needed. */
  readonly secret: (name: string) => Promise<string | undefined>;
  readonly sandboxes: Sandboxes;
}

/** A file, its users and a target, ready to run users through the pipeline. */
export interface Session {
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
  /** Empty where no directory is named. */
  readonly users: readonly SourceObject[];
  readonly environments: readonly Environment[];
  readonly environment: Environment;
  /** Previews or provisions one user. Throws InputError, with nothing sent, for what may not or cannot be run. */
  readonly run: (request: RunRequest) => Promise<ProvisioningResult>;
  /** The user that a key means. Throws InputError where there is none. */
  readonly findUser: (key: string) => SourceObject;
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
  const { workspace, document, problems } = opened;
  const name = settings.environment ?? "sandbox";
  const environment = chooseEnvironment(name, workspace);
  const { application } = document.configuration;
  const users = await openUsers(settings.directory ?? workspace.directory, application?.name.text);
  return {
    configuration: document.configuration,
    problems,
    users: users.directory?.users ?? [],
    environments: Object.entries(workspace.environments).map(([known, value]) => described(known, value)),
    environment: described(name, environment),
    findUser: users.find,
    async run(request) {
      if (request.provision && !environment.write) throw readOnly(name, workspace);
      const object = users.find(request.user);
      const mapping = chooseMapping(request.mapping, object, document.configuration);
      refuseErrors(settings.file, mapping, opened);
      const target = await targetOf(environment, settings);
      const executor = request.provision ? live(target) : dryRun();
      const { signal } = request;
      return provision({
        mapping,
        object,
        target,
        executor,
        text: document.text,
        world: realWorld,
        ...(application && { application }),
        ...(signal && { signal }),
      });
    },
  };
}

/** The clock and the chance of this machine. */
const realWorld: World = {
  now: Date.now,
  random: Math.random,
  assumptions: defaultAssumptions,
  jobParameters: new Map(),
};

interface Users {
  readonly directory?: Directory;
  readonly find: (key: string) => SourceObject;
}

/** Assignments count as the application sees them. */
async function openUsers(path: string | undefined, application: string | undefined): Promise<Users> {
  if (path === undefined) return { find: refuseWithoutDirectory };
  const directory = await openDirectory(path, application);
  return { directory, find: key => chooseUser(key, path, directory) };
}

function refuseWithoutDirectory(): never {
  throw new InputError(
    'No directory of users is named. Add "directory": "<file>" to mapwright.json, or give --directory.',
  );
}

function described(name: string, { endpoint, write, authentication }: WorkspaceEnvironment): Environment {
  return { name, endpoint, write, ...(authentication.secret !== undefined && { secret: authentication.secret }) };
}

function readOnly(name: string, { configurationFile = "mapwright.json" }: Workspace): InputError {
  return new InputError(
    `The environment "${name}" is read-only, so nothing was provisioned. Add "write": true to it in ${configurationFile} to allow it.`,
  );
}

function refuseErrors(file: string, { name, span }: ObjectMapping, { problems, document }: OpenedDocument): void {
  const first = problems.find(
    problem => problem.severity === "error" && span.start <= problem.span.start && problem.span.start <= span.end,
  );
  if (first === undefined) return;
  const { line, character } = placeAt(document.lineStarts, first.span.start);
  throw new InputError(
    `${file}:${line + 1}:${character + 1}: ${first.message} Mend this first: the mapping "${name.text}" has an error.`,
  );
}

async function targetOf(
  environment: WorkspaceEnvironment,
  { secret, sandboxes }: SessionSettings,
): Promise<TargetSystem> {
  const { endpoint, authentication } = environment;
  if (endpoint === "sandbox") {
    const { url, token } = await sandboxes.for(environment);
    return openTarget({ endpoint: url, authentication: { type: "bearer" }, secret: token });
  }
  const value = authentication.secret === undefined ? undefined : await secret(authentication.secret);
  return openTarget({ endpoint, authentication, ...(value !== undefined && { secret: value }) });
}
