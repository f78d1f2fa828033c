import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { type Place, place } from "../webview/place.ts";
import type { Preview } from "./preview.ts";
import { outcomeWords, whyWords } from "./words.ts";

type AttributeFlow = ProvisioningResult["attributes"][number];
type FlowValue = AttributeFlow["newValue"];

/** One attribute mapping and what it does to the target. */
export interface AttributeRow {
  readonly target: string;
  readonly source: string;
  readonly oldValue: Value;
  readonly newValue: Value;
  /** The values are masked. */
  readonly redacted: boolean;
  readonly kind: AttributeFlow["why"];
  readonly why: string;
  /** What becomes of each object that a reference points to, or pointed to. */
  readonly references: readonly ReferenceLine[];
  readonly place: Place;
}

/** A text, the texts of a list, or null for no value. */
export type Value = FlowText | readonly FlowText[] | null;

/** A text of a value; the id of an object has the name that a person calls it by. */
export interface FlowText {
  readonly text: string;
  readonly name?: string;
}

/** `Ada Lovelace: added` */
export interface ReferenceLine {
  readonly name: string;
  readonly outcome: string;
  readonly reason?: string;
}

/** The rows of the attribute table, in the order of the file. */
export function attributeRows(preview: Preview): readonly AttributeRow[] {
  return preview.result.attributes.map(flow => {
    const { references = [] } = flow;
    return {
      target: flow.target,
      source: flow.source,
      oldValue: flowValue(flow.oldValue, references),
      newValue: flowValue(flow.newValue, references),
      redacted: flow.redacted === true,
      kind: flow.why,
      why: references.length > 0 ? whyWords[flow.why] : (flow.problem ?? whyWords[flow.why]),
      references: references.map(({ displayName, outcome, reason }) => ({
        name: displayName,
        outcome: outcomeWords[outcome],
        ...(reason !== undefined && { reason }),
      })),
      place: place(flow.span, preview),
    };
  });
}

/** A value without the names of objects. */
export function plainValue(value: FlowValue): Value {
  return flowValue(value, []);
}

function flowValue(value: FlowValue, references: NonNullable<AttributeFlow["references"]>): Value {
  const named = (text: string): FlowText => {
    const name = references.find(({ targetId }) => targetId === text)?.displayName;
    return { text, ...(name !== undefined && name !== text && { name }) };
  };
  if (value === null) return null;
  return typeof value === "string" ? named(value) : value.map(named);
}
