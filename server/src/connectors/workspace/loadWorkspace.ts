import { access, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Wire } from "../../engine/requests/wire.ts";
import type { EndpointAuthentication } from "../scim/credentials.ts";
import type { WorkspaceConfiguration } from "./configuration.ts";

/** What `mapwright.json` says, with every default filled in and every path absolute. */
export interface Workspace {
  /** The folder of `mapwright.json`, or of the file that was asked about where there is none. */
  readonly folder: string;
  readonly configurationFile?: string;
  /** The file of source users, groups and assignments. */
  readonly directory?: string;
  /** By name, in the order of the file. `sandbox` is always among them. */
  readonly environments: Readonly<Record<string, WorkspaceEnvironment>>;
  /** The levels that rules are set to, by code. */
  readonly rules: Readonly<Record<string, "error" | "warning" | "information" | "off">>;
}

/** A target that can be previewed against. */
export interface WorkspaceEnvironment {
  /** `sandbox` for the embedded SCIM service, otherwise the tenant URL. */
  readonly endpoint: string;
  readonly authentication: EndpointAuthentication;
  /** False: only reading requests may be sent. */
  readonly write: boolean;
  /** The sandbox's behaviour: `lenient` takes what Entra sends, `strict` what RFC 7644 says. */
  readonly mode: "lenient" | "strict";
  /** The folder that keeps the sandbox's content; absent: it is thrown away. */
  readonly data?: string;
  /** The file of resources that an empty sandbox begins with. */
  readonly seed?: string;
  /** Every run begins with the requests of "test connection". */
  readonly testsConnection: boolean;
  /** After every write the target is read, and must hold what was written. */
  readonly verifies: boolean;
  /** The file with certificates in PEM of authorities that are trusted besides the usual ones. */
  readonly certificateAuthority?: string;
  /** What is asked of the endpoint at most, and how long it is waited for, where it is said. */
  readonly limits: Limits;
  /** How requests are written, where it is said. */
  readonly wire: WireSettings;
}

/** Limits of an endpoint; the times are in seconds. */
export type Limits = NonNullable<EnvironmentConfiguration["limits"]>;

/** `flag` in the place of the one in the tenant URL; the others are what public material leaves open. */
export type WireSettings = Partial<Omit<Wire, "mode">> & { readonly flag?: "none" | "aadOptscim062020" };

/**
 * The workspace that a file or folder belongs to: that of the nearest `mapwright.json` upward, or the defaults.
 * Throws InputError for a `mapwright.json` that cannot be read or says what it may not.
 */
export async function loadWorkspace(fileOrFolder: string): Promise<Workspace> {
  const folder = await folderOf(resolve(fileOrFolder));
  const configurationFile = await findConfiguration(folder);
  if (configurationFile === undefined) {
    return workspace(folder, {});
  }
  // Whoever has no mapwright.json waits for none of its readers.
  const [{ configurationSchema }, { readJsonFile, refused }] = await Promise.all([
    import("./configuration.ts"),
    import("../jsonFile.ts"),
  ]);
  const file = await readJsonFile(configurationFile);
  const parsed = configurationSchema.safeParse(file.value);
  if (!parsed.success) {
    throw refused(file, parsed.error.issues);
  }
  return { ...workspace(dirname(configurationFile), parsed.data), configurationFile };
}

async function folderOf(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
  return isFolder ? path : dirname(path);
}

async function findConfiguration(folder: string): Promise<string | undefined> {
  const candidate = join(folder, "mapwright.json");
  const exists = await access(candidate).then(
    () => true,
    () => false,
  );
  if (exists) {
    return candidate;
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : findConfiguration(parent);
}

function workspace(folder: string, configuration: WorkspaceConfiguration): Workspace {
  const { directory, environments = {}, rules = {} } = configuration;
  return {
    folder,
    ...(directory === undefined ? {} : { directory: resolve(folder, directory) }),
    environments: Object.fromEntries(
      Object.entries({ sandbox: { endpoint: "sandbox" }, ...environments }).map(([name, written]) => [
        name,
        environment(folder, written),
      ]),
    ),
    rules,
  };
}

function environment(folder: string, written: EnvironmentConfiguration): WorkspaceEnvironment {
  const { endpoint, authentication, write, data, seed, certificateAuthority } = written;
  return {
    endpoint,
    authentication: authentication === undefined ? { type: "none" } : authenticationOf(authentication),
    write: write ?? endpoint === "sandbox",
    mode: written.mode ?? "lenient",
    testsConnection: written.testConnection ?? false,
    verifies: written.verify ?? false,
    limits: written.limits ?? {},
    wire: written.wire ?? {},
    ...(data !== undefined && { data: resolve(folder, data) }),
    ...(seed !== undefined && { seed: resolve(folder, seed) }),
    ...(certificateAuthority !== undefined && { certificateAuthority: resolve(folder, certificateAuthority) }),
  };
}

/** The schema sees to it that OAuth has an endpoint and a client. */
function authenticationOf(written: NonNullable<EnvironmentConfiguration["authentication"]>): EndpointAuthentication {
  const { type, tokenEndpoint = "", clientId = "", ...rest } = written;
  return type === "oauth" ? { ...rest, type, tokenEndpoint, clientId } : { ...rest, type };
}

type EnvironmentConfiguration = NonNullable<WorkspaceConfiguration["environments"]>[string];
