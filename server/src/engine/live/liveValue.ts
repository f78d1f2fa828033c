import type { Flow } from "../flow/flow.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import type { SourceDirectory } from "../ports.ts";
import type { FlowValue } from "../result.ts";

/** What a mapping gives, and whether chance had a part in it. */
export interface DrawnValue {
  readonly mapped: MappedValue;
  readonly byChance: boolean;
}

/** What an attribute mapping gives for one object if the target does not have it. What is redacted is masked. */
export type LiveValue =
  | {
      readonly kind: "value";
      readonly value: string | readonly string[];
      readonly remarks: readonly LiveRemark[];
    }
  /** Nothing reaches the target; an empty text is not sent. */
  | { readonly kind: "nothing"; readonly isEmptyText: boolean }
  /** The target keeps its value, or the whole object is left alone. */
  | { readonly kind: "skipped"; readonly whole: "attribute" | "object" }
  /** In the target these objects are referred to by their ids there, in a second step. */
  | { readonly kind: "references"; readonly count: number; readonly first: ReferencedObject }
  | { readonly kind: "problem"; readonly message: string };

/** An object of the source that is referred to; without a name where the directory does not have it. */
export interface ReferencedObject {
  readonly id: string;
  readonly displayName?: string;
}

/**
 * What is to be known of a value. `default`: it is the mapping's default. `onlyDuringCreation`: an update leaves it out.
 * `unlessTaken`: the target has not been asked whether it has the value already. `byChance`: the next run draws another.
 */
export type LiveRemark = "default" | "onlyDuringCreation" | "unlessTaken" | "byChance";

/** Tells what a mapping gives by what would flow of it at creation. */
export function liveValue(
  { mapped, byChance }: DrawnValue,
  { row, errorCode }: Flow,
  directory: SourceDirectory,
): LiveValue {
  const { compiled, given } = mapped;
  if (given.kind === "objectIgnored") return { kind: "skipped", whole: "object" };
  if (row.why === "flowIgnored") return { kind: "skipped", whole: "attribute" };
  if (errorCode !== undefined) return { kind: "problem", message: row.problem ?? "" };
  if (isNothing(row.newValue)) return { kind: "nothing", isEmptyText: row.newValue === "" };
  if (row.why === "reference") return references([row.newValue].flat(), directory);
  const remarks: readonly (LiveRemark | false)[] = [
    row.why === "default" && "default",
    compiled.mapping.flowType === "ObjectAddOnly" && "onlyDuringCreation",
    given.kind === "candidates" && "unlessTaken",
    byChance && "byChance",
  ];
  return { kind: "value", value: row.newValue, remarks: remarks.filter(remark => remark !== false) };
}

function isNothing(value: FlowValue): value is "" | null {
  return value === null || value.length === 0;
}

function references(ids: readonly string[], directory: SourceDirectory): LiveValue {
  const [id = ""] = ids;
  const displayName = directory.find(id)?.attributes.get("displayName");
  const first = { id, ...(typeof displayName === "string" && { displayName }) };
  return { kind: "references", count: ids.length, first };
}
