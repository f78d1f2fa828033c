import type { FlowType } from "../../model/configuration.ts";
import type { TargetPath } from "../paths/targetPath.ts";
import type { Write } from "../requests/writes.ts";
import type { RecordedRequest, ReferenceReport } from "../result.ts";

/** A reference attribute of a run's object, such as the manager or the members, on its way to the target. */
export interface Reference {
  /** The target attribute as the mapping writes it. */
  readonly target: string;
  readonly path: TargetPath;
  /** Which of its changes flow. */
  readonly flowType: FlowType;
  /** It takes a list. */
  readonly isMany: boolean;
  /** The source ids of the objects that it is to point to. */
  readonly wanted: readonly string[];
  /** The target ids of those that it points to, as far as they are known. */
  readonly before: readonly string[];
  /** `before` is all that there is, so that what is not wanted any more can be removed. */
  readonly isComplete: boolean;
}

/** What became of a reference, and what was sent for it. */
export interface Followed {
  /** The target ids that it points to now, as far as they are known. */
  readonly after: readonly string[];
  readonly reports: readonly ReferenceReport[];
  readonly requests: readonly RecordedRequest[];
  readonly writes: readonly Write[];
}

/** True where what the source points to flows into the target (synchronization-attributemapping, "flowType"). */
export function isAdded({ flowType, before }: Reference): boolean {
  return flowType !== "AttributeAddOnly" || before.length === 0;
}

/** True where what the source does not point to any more is taken away in the target. */
export function isTakenAway({ flowType }: Reference): boolean {
  return flowType === "Always" || flowType === "ObjectAddOnly";
}
