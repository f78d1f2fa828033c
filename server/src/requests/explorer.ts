import type { Directories } from "../editing/directories.ts";
import type { ProblemStore } from "../editing/problems.ts";
import type { WorkspaceDocuments } from "../editing/workspaceDocuments.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type {
  ApplicationsAnswer,
  ApplicationsParams,
  DirectoryAnswer,
  DirectoryParams,
  WorkspaceAnswer,
  WorkspaceParams,
} from "../protocol/views.ts";
import { directoryPage, pageAttributes } from "./directoryPage.ts";
import type { Runtime } from "./runtime.ts";

/** The answers to the requests by which a person looks about in the workspace. */
export interface Explorer {
  readonly applications: (params: ApplicationsParams) => Promise<ApplicationsAnswer>;
  readonly workspace: (params: WorkspaceParams) => Promise<WorkspaceAnswer>;
  readonly directory: (params: DirectoryParams) => Promise<DirectoryAnswer>;
}

/** Where applications and people come from. */
export interface Sources {
  readonly workspace: WorkspaceDocuments;
  readonly problems: ProblemStore;
  readonly directories: Directories;
}

/** Shows the workspace to an editor. */
export function createExplorer({ inFile }: Runtime, { workspace, problems, directories }: Sources): Explorer {
  return {
    applications: async ({ schemas }) => {
      // Who asks may know of a file before the client tells that it has come.
      workspace.changed();
      const documents = await withSchemas(schemas, workspace);
      const { applicationOverview } = await import("../session/applicationOverview.ts");
      const told = documents.filter(({ language }) => language !== "json").toSorted((one, other) => byUri(one, other));
      return {
        applications: await Promise.all(
          told.map(async document => applicationOverview(document, (await problems.of(document)).problems)),
        ),
      };
    },
    workspace: ({ uri }) =>
      inFile(uri, async ({ file }) => (await import("../session/workspaceOverview.ts")).workspaceOverview(file)),
    directory: ({ uri, ...page }) =>
      inFile(uri, async ({ file }) => {
        const { loadWorkspace } = await import("../connectors/workspace/loadWorkspace.ts");
        const { directory } = await loadWorkspace(file);
        return directory === undefined
          ? { kind: "none" }
          : directoryPage(await objectsOf(directory, directories), page);
      }),
  };
}

/** The users and groups of a directory: one that is read as a whole is kept, another is read anew. */
async function objectsOf(path: string, directories: Directories) {
  const { lineFormat } = await import("../connectors/directory/writtenBlocks.ts");
  if (lineFormat(path) === undefined) {
    const { users, groups } = await directories.open(path);
    return [users, groups];
  }
  const { openSource } = await import("../connectors/directory/openSource.ts");
  return openSource(path, { wanted: pageAttributes }).read();
}

/** The documents of the workspace, with those of these files that are not among them. */
async function withSchemas(
  schemas: readonly string[],
  { all, one }: WorkspaceDocuments,
): Promise<readonly ProvmapDocument[]> {
  const known = await all();
  const uris = new Set(known.map(({ uri }) => uri));
  const others = await Promise.all(schemas.filter(uri => !uris.has(uri)).map(one));
  return [...known, ...others.flat()];
}

function byUri({ uri: one }: ProvmapDocument, { uri: other }: ProvmapDocument): number {
  return one < other ? -1 : Number(one > other);
}
