import * as l10n from "@vscode/l10n";
import { pathOf } from "../editing/documents.ts";
import type {
  ExportImpactAnswer,
  ExportImpactParams,
  ImpactAnswer,
  ImpactBase,
  ImpactParams,
  ImpactPeopleAnswer,
  ImpactPeopleParams,
  ImpactPerson,
  ImpactProgress,
  ImpactReport,
} from "../protocol/impact.ts";
import { type Against, impactOf } from "../session/impact.ts";
import { pageOf } from "./impactPeople.ts";
import { type OpenFile, type Refusal, refusal } from "./runtime.ts";

/** What is reckoned: the parameters of the request, and the file with the text that the editor has of it. */
export type ImpactTask = Omit<ImpactParams, "uri" | "progress"> & OpenFile;

/** The answers to the requests about impacts. What the person must put right first is a refusal. */
export interface ImpactRuns {
  /** Rejects with the reason of the signal. */
  readonly run: (
    task: ImpactTask,
    signal: AbortSignal,
    onProgress: (progress: ImpactProgress) => void,
  ) => Promise<ImpactAnswer>;
  readonly people: (params: ImpactPeopleParams) => ImpactPeopleAnswer;
  readonly export: (params: ExportImpactParams) => Promise<ExportImpactAnswer>;
}

interface Kept {
  readonly run: number;
  readonly report: ImpactReport;
  readonly people: readonly ImpactPerson[];
}

/** Reckons impacts. The people of the last run that keeps them stay until another such run has ended. */
export function createImpactRuns(): ImpactRuns {
  let kept: Kept | undefined;
  let runs = 0;
  const keptOf = (run: number) => (kept?.run === run ? kept : undefined);
  return {
    run: ({ against, keepsPeople = false, ...task }, signal, onProgress) =>
      refusing(async () => {
        const people: ImpactPerson[] = [];
        const report = await impactOf({
          ...task,
          against: againstOf(task.file, against),
          signal,
          onProgress: seldom(onProgress),
          ...(keepsPeople && { onPerson: person => void people.push(person) }),
        });
        if (!keepsPeople) return { kind: "report", report };
        kept = { run: ++runs, report, people };
        return { kind: "report", report, run: kept.run };
      }),
    people: ({ run, ...wanted }) => {
      const known = keptOf(run);
      return known === undefined ? gone() : { kind: "people", ...pageOf(known.people, wanted) };
    },
    export: ({ run, format, name, uri }) =>
      refusing(async () => {
        const known = keptOf(run);
        const path = pathOf(uri);
        if (known === undefined) return gone();
        if (path === undefined) return refusal(l10n.t("An impact is written to the disk. Choose a folder there."));
        const { writeText } = await import("../connectors/textFile.ts");
        await writeText(path, format === "csv" ? await csvOf(known) : await markdownOf(known, name));
        return { kind: "exported" };
      }),
  };
}

function gone(): Refusal {
  return refusal(l10n.t("What was reckoned is gone by now. Run it again."));
}

async function refusing<T>(work: () => Promise<T>): Promise<T | Refusal> {
  const { InputError } = await import("../connectors/inputError.ts");
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return refusal(error.message);
    throw error;
  }
}

function againstOf(file: string, base: ImpactBase): Against {
  return base.kind === "saved" ? { kind: "file", path: file } : base;
}

/** So many milliseconds at least lie between two tellings of progress; the first is told at once. */
const rest = 100;

function seldom(tell: (progress: ImpactProgress) => void): (progress: ImpactProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return progress => {
    const now = performance.now();
    if (now - last < rest) return;
    last = now;
    tell(progress);
  };
}

async function csvOf({ people }: Kept): Promise<string> {
  const { csvHeader, csvRow } = await import("../session/impactCsv.ts");
  return [csvHeader, ...people.map(csvRow)].join("");
}

/** How many people of each action, and collisions, the comment of a pull request lists, as that of the command line does. */
const listed = 10;

async function markdownOf({ report }: Kept, name: string): Promise<string> {
  const { markdownLines } = await import("../session/impactMarkdown.ts");
  const shortened = {
    ...report,
    people: report.people.map(({ people, ...rest }) => ({ ...rest, people: people.slice(0, listed) })),
    collisions: { ...report.collisions, examples: report.collisions.examples.slice(0, listed) },
  };
  return `${markdownLines(shortened, name).join("\n")}\n`;
}
