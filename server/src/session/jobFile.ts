import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import type { OpenStore } from "../connectors/store/openStore.ts";
import { hasStore, openStore } from "../connectors/store/openStore.ts";
import { acquireRunLock } from "../connectors/store/runLock.ts";
import { prepareFolder, storePath } from "../connectors/store/storePath.ts";
import type { Workspace, WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import { chooseEnvironment } from "./choose.ts";
import { type OpenedDocument, openDocument } from "./openDocument.ts";

/** Where the job of an application in an environment is stored. */
export interface JobStoreFile {
  readonly environment: WorkspaceEnvironment;
  /** The application's name. */
  readonly application: string;
  readonly path: string;
}

/** The same, with the file of the application. */
export interface JobFile extends JobStoreFile {
  readonly opened: OpenedDocument;
}

/** Finds the job of a file in an environment. Throws InputError for a file without an application, and for an unknown environment. */
export async function locateJob({ file, environment: name }: { file: string; environment: string }): Promise<JobFile> {
  const opened = await openDocument(file);
  const { workspace, document } = opened;
  const environment = chooseEnvironment(name, workspace);
  const application = document.configuration.application?.name.text;
  if (application === undefined)
    throw new InputError(l10n.t`${file}: a job is one of an application. Add an application block with its name.`);
  return { opened, environment, application, path: storePath(workspace.folder, application, name) };
}

/** The same for a job that has run before. Throws InputError also for one that never did. */
export async function locateJobThatRan(named: { file: string; environment: string }): Promise<JobFile> {
  const job = await locateJob(named);
  if (hasRun(job)) return job;
  throw new InputError(
    l10n.t`${named.file}: no cycle has run in the environment "${named.environment}" yet. Run one first.`,
  );
}

/** Works on the store of a job alone; it is created where there is none. Throws InputError where somebody else works on it. */
export async function changeJob<T>(job: JobFile, work: (store: OpenStore) => Promise<T> | T): Promise<T> {
  await prepareFolder(job.opened.workspace.folder, job.path);
  const lock = acquireRunLock(job.path);
  try {
    return await lookAtJob(job, work);
  } finally {
    lock.release();
  }
}

/** Looks into the store of a job, whoever works on it. */
export async function lookAtJob<T>(job: JobStoreFile, work: (store: OpenStore) => Promise<T> | T): Promise<T> {
  const { path, application, environment } = job;
  const store = openStore(path, { application, endpoint: environment.endpoint });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** True where the job ran before. */
export function hasRun({ path }: JobStoreFile): boolean {
  return hasStore(path);
}

/** The jobs that an application has or may have, by the names of their environments. */
export function jobsOf(
  application: string,
  { folder, environments }: Workspace,
): readonly (readonly [environment: string, job: JobStoreFile])[] {
  return Object.entries(environments).map(([name, environment]) => [
    name,
    { environment, application, path: storePath(folder, application, name) },
  ]);
}
