import * as l10n from "@vscode/l10n";
import type { LiveSample } from "../features/live/liveSample.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { Sample } from "../session/liveDocument.ts";
import type { Directories } from "./directories.ts";
import { pathOf } from "./documents.ts";
import type { ProblemStore } from "./problems.ts";

/** The values of documents for the sample that a person has pinned. */
export interface LiveValues {
  /** What the sample gives in a version of a document; undefined where none is pinned, and before the workspace is trusted. */
  readonly of: (document: ProvmapDocument) => Promise<LiveSample | undefined>;
  /** Takes another sample: its id, userPrincipalName, mail or, for a group, displayName; undefined for none. */
  readonly pin: (key: string | undefined) => void;
  /** Files have changed on the disk. */
  readonly changed: (uris: readonly string[]) => void;
}

/** What live values need of their surroundings. */
export interface Surroundings {
  readonly directories: Directories;
  readonly problems: ProblemStore;
  readonly isTrusted: () => boolean;
  /** The addresses of the folders of the workspace. A document that is not on the disk belongs to the first. */
  readonly folders: () => readonly string[];
  /** The values may be others: they are to be asked for again. */
  readonly invite: () => void;
  /** Has every change of this file told, from now on. */
  readonly watch: (path: string) => void;
}

/** Evaluates each version of a document once for the same sample. */
export function createLiveValues(surroundings: Surroundings): LiveValues {
  const { isTrusted, invite } = surroundings;
  const known = new WeakMap<ProvmapDocument, { readonly sample: Sample; readonly live: LiveSample }>();
  const watched = new Set<string>();
  let pinned: string | undefined;
  const watch = (path: string) => {
    if (watched.has(path)) return;
    watched.add(path);
    surroundings.watch(path);
  };
  return {
    of: async document => {
      if (pinned === undefined || !isTrusted()) return undefined;
      const sample = await findSample(pinned, document, { ...surroundings, watch });
      if ("kind" in sample) return sample;
      const before = known.get(document);
      if (before !== undefined && isSame(before.sample, sample)) return before.live;
      const { liveDocument } = await import("../session/liveDocument.ts");
      const { problems } = await surroundings.problems.of(document);
      const live = { kind: "values", ...liveDocument(document, sample, problems) } as const;
      known.set(document, { sample, live });
      return live;
    },
    pin: key => {
      pinned = key;
      invite();
    },
    changed: uris => {
      const isConcerned = (uri: string) => uri.endsWith("/mapwright.json") || watched.has(pathOf(uri) ?? "");
      if (pinned !== undefined && uris.some(isConcerned)) invite();
    },
  };
}

function isSame(one: Sample, other: Sample): boolean {
  return one.object === other.object && one.directory === other.directory;
}

type Refused = Extract<LiveSample, { kind: "refused" }>;

/** The sample in the directory of the document's workspace. */
async function findSample(key: string, document: ProvmapDocument, around: Surroundings): Promise<Sample | Refused> {
  const path = pathOf(document.uri) ?? pathOf(around.folders()[0] ?? "");
  if (path === undefined) return refused(l10n.t("The document is not on the disk. Save it."));
  const { InputError } = await import("../connectors/inputError.ts");
  const { loadWorkspace } = await import("../connectors/workspace/loadWorkspace.ts");
  try {
    const { directory } = await loadWorkspace(path);
    if (directory === undefined) return refused(noDirectory());
    around.watch(directory);
    const opened = await around.directories.open(directory, document.configuration.application?.name.text);
    const object = opened.find(key);
    if (object === undefined) return refused(l10n.t`"${key}" is not in ${directory}. Pin another user.`);
    return { object, directory: opened };
  } catch (error) {
    if (error instanceof InputError) return refused(error.message);
    throw error;
  }
}

function noDirectory(): string {
  return l10n.t('No directory of users is named. Add "directory": "<file>" to mapwright.json.');
}

function refused(message: string): Refused {
  return { kind: "refused", message };
}
