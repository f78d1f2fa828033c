import { stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import * as l10n from "@vscode/l10n";
import { type DirectorySource, openSource } from "../connectors/directory/openSource.ts";
import type { Unreadable } from "../connectors/directory/unreadable.ts";
import { fileAtRevision } from "../connectors/git/fileAtRevision.ts";
import { readText } from "../connectors/textFile.ts";
import { type Edition, type Impact, openImpact } from "../engine/impact/impact.ts";
import type { ImpactPerson, ImpactResult } from "../engine/impact/result.ts";
import { createDocument, type ProvmapDocument } from "../model/document.ts";
import type { ImpactProgress, ImpactReport } from "../protocol/impact.ts";
import { noMapping } from "./choose.ts";
import { impactInFiles } from "./impactInFiles.ts";
import { type StateSource, withKnownState } from "./knownState.ts";
import { noSchema, openDocument } from "./openDocument.ts";
import { noDirectory } from "./openUsers.ts";
import { refuseErrors } from "./refuse.ts";
import { realWorld } from "./session.ts";

export type { ImpactProgress, ImpactReport } from "../protocol/impact.ts";

/** Whose impact is asked for. */
export interface ImpactRequest extends StateSource {
  /** The `.provmap` file, or a Graph schema: the version after. */
  readonly file: string;
  /** The text that an editor has of the file; absent: the file is read. */
  readonly text?: string;
  /** The version before; absent: the file as the git revision HEAD has it. */
  readonly against?: Against;
  /** The directory of users and groups; absent: the one of mapwright.json. */
  readonly directory?: string;
  /** The name of the one mapping that is compared; absent: all. */
  readonly mapping?: string;
  /** How many people of each action are listed; 100 unless it says otherwise. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /** Told after every block of the directory, which waits for it. */
  readonly onProgress?: (progress: ImpactProgress) => void | Promise<void>;
  /** Told of everybody for whom the versions differ, listed or not. */
  readonly onPerson?: (person: ImpactPerson) => void;
}

/** The version before: a git revision of the file, another file, or a text. */
export type Against =
  | { readonly kind: "revision"; readonly revision: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "text"; readonly text: string };

/**
 * Compares the version of a file with one before it over the whole directory. Nothing is written and nothing is asked.
 * Throws InputError for what cannot be read, and the reason of the signal.
 */
export async function impactOf(request: ImpactRequest): Promise<ImpactReport> {
  const opened = await openDocument(request.file, request.text);
  const { document, workspace } = opened;
  const against = request.against ?? { kind: "revision", revision: "HEAD" };
  const base = await baseOf(request.file, against, request.signal);
  const after = editionOf(document, request.mapping);
  for (const mapping of after.mappings) refuseErrors(mapping, opened);
  const directory = request.directory ?? workspace.directory;
  if (directory === undefined) throw noDirectory();
  return withKnownState(request.file, request, document.configuration, async state => {
    const impact = openImpact({
      before: editionOf(base, undefined),
      after,
      world: { ...realWorld, now: stopped(realWorld.now()) },
      limit: request.limit ?? 100,
      ...(state && { state }),
      ...(request.onPerson && { onPerson: request.onPerson }),
    });
    const unreadable = await readOver(impact, directory, document, request);
    const application = document.configuration.application?.name.text;
    return {
      ...impactInFiles({ ...impact.result(), unreadable }, base.sourceMap, document.sourceMap),
      against: nameOf(against),
      ...(application !== undefined && { application }),
    };
  });
}

/** What a person means by the version before: a file where there is one of that path, or where it has the name of one; else a git revision. */
export async function againstOf(written: string): Promise<Against> {
  const isFile = await stat(written).then(
    found => found.isFile(),
    () => false,
  );
  const isNamed = /\.(?:provmap|json)$/i.test(written);
  return isFile || isNamed ? { kind: "file", path: written } : { kind: "revision", revision: written };
}

function nameOf(against: Against): string {
  if (against.kind === "text") return l10n.t("the text before");
  return against.kind === "file" ? against.path : against.revision;
}

async function baseOf(file: string, against: Against, signal: AbortSignal | undefined): Promise<ProvmapDocument> {
  const text = await textOf(file, against, signal);
  const path = against.kind === "file" ? against.path : file;
  const document = createDocument(pathToFileURL(path).href, 0, text);
  if (document.language === "json") throw noSchema(path);
  return document;
}

function textOf(file: string, against: Against, signal: AbortSignal | undefined): Promise<string> | string {
  switch (against.kind) {
    case "text":
      return against.text;
    case "file":
      return readText(against.path);
    case "revision":
      return fileAtRevision(file, against.revision, signal);
  }
}

function editionOf({ configuration, text }: ProvmapDocument, only: string | undefined): Edition {
  const { application, mappings } = configuration;
  const chosen = only === undefined ? mappings : mappings.filter(({ name }) => name.text === only);
  if (only !== undefined && chosen.length === 0) throw noMapping(only, mappings);
  return { mappings: chosen, text, ...(application && { application }) };
}

/** One reading sees every object at the same moment. */
function stopped(moment: number): () => number {
  return () => moment;
}

const mostExamples = 20;

async function readOver(
  impact: Impact,
  directory: string,
  { configuration }: ProvmapDocument,
  { signal, onProgress }: ImpactRequest,
): Promise<ImpactResult["unreadable"]> {
  const application = configuration.application?.name.text;
  const source = openSource(directory, { application, wanted: impact.attributes });
  const examples: string[] = [];
  let total = 0;
  const takeNote = ({ line, column, reason }: Unreadable) => {
    total++;
    if (examples.length < mostExamples) examples.push(`${directory}:${line}:${column}: ${reason}`);
  };
  await readOnce(source, impact.take, takeNote, signal, () =>
    onProgress?.({ share: source.share(), ...impact.counts() }),
  );
  if (impact.needsSecondReading()) await readOnce(source, impact.takeAgain, () => {}, signal);
  return { total, examples };
}

async function readOnce(
  source: DirectorySource,
  take: Impact["take"],
  takeNote: (unreadable: Unreadable) => void,
  signal: AbortSignal | undefined,
  progressed: () => void | Promise<void> = () => {},
): Promise<void> {
  for await (const block of source.read(signal, takeNote)) {
    take(block);
    await progressed();
  }
}
