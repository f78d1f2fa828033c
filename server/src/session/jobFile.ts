import { InputError } from "../connectors/inputError.ts";
import type { OpenStore } from "../connectors/store/openStore.ts";
import { hasStore, openStore } from "../connectors/store/openStore.ts";
import { acquireRunLock } from "../connectors/store/runLock.ts";
import { prepareFolder, storePath } from "../connectors/store/storePath.ts";
import type { WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import { chooseEnvironment } from "./choose.ts";
import { type OpenedDocument, openDocument } from "./openDocument.ts";

/** Where the job of a file in an environment is stored. */
export interface JobFile {
  readonly opened: OpenedDocument;
  readonly environment: WorkspaceEnvironment;
  /** The application's name. */
  readonly application: string;
  readonly path: string;
}

/** Finds the job of a file in an environment. Throws InputError for a file without an application, and for an unknown environment. */
export async function locateJob({ file, environment: name }: { file: string; environment: string }): Promise<JobFile> {
  const opened = await openDocument(file);
  const { workspace, document } = opened;
  const environment = chooseEnvironment(name, workspace);
  const application = document.configuration.application?.name.text;
  if (application === undefined)
    throw new InputError(`${file}: a job is one of an application. Add an application block with its name.`);
  return { opened, environment, application, path: storePath(workspace.folder, application, name) };
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
export async function lookAtJob<T>(job: JobFile, work: (store: OpenStore) => Promise<T> | T): Promise<T> {
  const { path, application, environment } = job;
  const store = openStore(path, { application, endpoint: environment.endpoint });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** True where the job ran before. */
export function hasRun({ path }: JobFile): boolean {
  return hasStore(path);
}
