import type { Value } from "../../functions/values.ts";
import type { Expression } from "../../language/expression/tree.ts";
import type { ObjectMapping } from "../../model/configuration.ts";

/** A sample object of the directory before the mappings of a document, or why there is none. What must not be shown is masked. */
export type LiveSample =
  | {
      readonly kind: "values";
      /** Who the object is. */
      readonly sample: string;
      /** The mappings that read such objects. */
      readonly mappings: readonly SampledMapping[];
    }
  /** One sentence with the remedy. */
  | { readonly kind: "refused"; readonly message: string };

/** What an object mapping would do for the sample if the target did not have it. */
export interface SampledMapping {
  readonly mapping: ObjectMapping;
  readonly verdict:
    | { readonly kind: "inScope" }
    | { readonly kind: "outOfScope" | "skipped" | "fails"; readonly reason: string };
  /** One for each filter, with one for each of its clauses. */
  readonly filters: readonly {
    readonly passed: boolean;
    readonly clauses: readonly { readonly passed: boolean; readonly reason: string }[];
  }[];
  /** One for each attribute mapping, with the assumptions that it rests on, in sentences. */
  readonly values: readonly (SampledValue & { readonly assumed: readonly string[] })[];
  /** What each part of the expression of the attribute mapping at a place gives; undefined where it has none. */
  readonly explain: (index: number) => SampledExpression | undefined;
}

/** What an attribute mapping gives; an empty text is not sent. References get their ids in the target in a second step. */
export type SampledValue =
  | { readonly kind: "value"; readonly value: string | readonly string[]; readonly remarks: readonly Remark[] }
  | { readonly kind: "nothing"; readonly isEmptyText: boolean }
  | { readonly kind: "skipped"; readonly whole: "attribute" | "object" }
  | {
      readonly kind: "references";
      readonly count: number;
      readonly first: { readonly id: string; readonly displayName?: string };
    }
  | { readonly kind: "problem"; readonly message: string };

export type Remark = "default" | "onlyDuringCreation" | "unlessTaken" | "byChance";

export type SampledExpression = { readonly kind: "steps"; readonly root: SampledStep } | { readonly kind: "redacted" };

/** A part of an expression; without an outcome where it was not evaluated. */
export interface SampledStep {
  readonly expression: Expression;
  readonly outcome:
    | { readonly kind: "value"; readonly value: Value }
    | { readonly kind: "ignored" | "objectIgnored" }
    | { readonly kind: "problem"; readonly message: string }
    | undefined;
  /** It is the branch that the call around it took. */
  readonly taken: boolean;
  readonly parts: readonly SampledStep[];
}
