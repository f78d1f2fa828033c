import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";

type AttributeFlow = ProvisioningResult["attributes"][number];
type FlowValue = AttributeFlow["newValue"];

/** The mapped attributes of the target's object as JSON, before the run and after it; `{}` where there is no object. */
export interface TargetDocuments {
  readonly before: string;
  readonly after: string;
}

/** What the attribute rows of a result say of the target, in the order of the file. Attributes that no mapping writes are not in it. */
export function targetDocuments({ action, attributes }: ProvisioningResult): TargetDocuments {
  const isWritten = action !== "skip" && action !== "fail";
  const after = (flow: AttributeFlow) => (isWritten && changes(flow) ? flow.newValue : flow.oldValue);
  return {
    before: json(attributes, ({ oldValue }) => oldValue),
    after: action === "delete" ? json([], after) : json(attributes, after),
  };
}

/** A reference that nobody looked up keeps what it has. */
function changes({ why, references }: AttributeFlow): boolean {
  return why === "changed" || why === "default" || why === "flowsAlways" || (why === "reference" && !!references);
}

function json(attributes: readonly AttributeFlow[], held: (flow: AttributeFlow) => FlowValue): string {
  const members = attributes
    .map(flow => [flow.target, held(flow)] as const)
    .filter(([, value]) => value !== null && value !== "");
  return `${JSON.stringify(Object.fromEntries(members), undefined, 2)}\n`;
}
