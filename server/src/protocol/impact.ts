import type { ActionCounts, ImpactAction, ImpactPerson, ImpactResult } from "../engine/impact/result.ts";

export type {
  ActionCounts,
  Collision,
  DecidingClause,
  ImpactAction,
  ImpactPerson,
  MappingImpact,
  ThresholdVerdict,
  ValueChange,
} from "../engine/impact/result.ts";

/** The names of the requests about the impact of a file. */
export const impactMethods = {
  /** client to server: ImpactParams -> ImpactAnswer. Cancellable. */
  impact: "mapwright/impact",
  /** client to server: ImpactPeopleParams -> ImpactPeopleAnswer. */
  people: "mapwright/impactPeople",
  /** client to server: ExportImpactParams -> ExportImpactAnswer. Writes the file. */
  export: "mapwright/exportImpact",
} as const;

export interface ImpactParams {
  /** The version after: a `.provmap` file or a Graph schema, as the editor has it. */
  readonly uri: string;
  readonly against: ImpactBase;
  /** The name of the one mapping that is compared; absent: all. */
  readonly mapping?: string;
  /** How many people of each action the report lists; 100 if absent. */
  readonly limit?: number;
  /** True: everybody who is affected is kept for `people` and `export`, in the place of those of an earlier run. */
  readonly keepsPeople?: boolean;
  /** Under this token, ImpactProgress is told by `$/progress` up to ten times a second. */
  readonly progress?: string;
}

/** The version before. */
export type ImpactBase =
  /** The file as a git revision has it, such as HEAD, a branch or a commit. */
  | { readonly kind: "revision"; readonly revision: string }
  /** The file as the disk has it. */
  | { readonly kind: "saved" }
  | { readonly kind: "text"; readonly text: string };

/** How far a reading is, and what was counted so far. */
export interface ImpactProgress {
  /** From 0 to 1. */
  readonly share: number;
  readonly objects: number;
  readonly before: ActionCounts;
  readonly after: ActionCounts;
}

export type ImpactAnswer =
  | {
      readonly kind: "report";
      readonly report: ImpactReport;
      /** The number of the run whose people are kept. */
      readonly run?: number;
    }
  | Refused;

/** The impact of a file on a directory, as `mapwright impact --format json` prints it. Spans are in the files of the versions. */
export interface ImpactReport extends ImpactResult {
  /** What the version before is called: `HEAD`, or a path. */
  readonly against: string;
  /** The application's name; absent for a file without one. */
  readonly application?: string;
}

/** A page of the people of a run. */
export interface ImpactPeopleParams {
  readonly run: number;
  /** What the version after does to them; absent: anything. */
  readonly action?: ImpactAction;
  /** Words that are all found, in any case, in a person's name, id, reason, clause or changed values; absent: everybody. */
  readonly search?: string;
  /** How many are left out at the beginning, and how many follow at most. */
  readonly offset: number;
  readonly limit: number;
}

export type ImpactPeopleAnswer =
  | {
      readonly kind: "people";
      /** How many were found in all. */
      readonly total: number;
      readonly people: readonly ImpactPerson[];
    }
  | Refused;

export interface ExportImpactParams {
  readonly run: number;
  /** `csv`: everybody who is affected. `markdown`: the comment of a pull request. */
  readonly format: "csv" | "markdown";
  /** What the file is called in the text. */
  readonly name: string;
  /** The address of the file to write. */
  readonly uri: string;
}

export type ExportImpactAnswer = { readonly kind: "exported" } | Refused;

/** The data of a code lens that tells the impact on a mapping, or on one of its scoping filters. */
export interface ImpactLensData {
  readonly uri: string;
  readonly mapping: string;
  readonly filter?: string;
}

/** Why a request is not done: one sentence with the place and the remedy. */
interface Refused {
  readonly kind: "refused";
  readonly message: string;
}
