/**
 * How writing requests are put into JSON: what a flag of the tenant URL decides, and what public material leaves open.
 * Every option that is open has a default, and a run says where it took one for granted.
 */
export interface Wire {
  /** `compliant`: the tenant URL has the flag aadOptscim062020 (application-provisioning-config-problem-scim-compatibility). */
  readonly mode: "default" | "compliant";
  /** How many members one PATCH adds or removes. */
  readonly memberBatch: number;
  /** A new group names Microsoft's marker schema, as the documented request does; never with the flag. */
  readonly groupMarkerSchema: boolean;
  /** What the `primary` of a new e-mail address says that is not the one for work. */
  readonly otherEmailPrimary: "absent" | "false";
  /** With the flag, one changed attribute alone: at its path, as documented, or in a value without a path. */
  readonly loneChange: "path" | "value";
  /** Without the flag, a changed single role: added to `roles` as JSON text, as documented, or at its path. */
  readonly singleRole: "text" | "path";
  /** A reference with one value, such as the manager: the id as plain text, or an object that holds it. */
  readonly referenceForm: "id" | "object";
  /** What the target has and the source has not any more: stays, as documented, or is replaced by an empty text or null. */
  readonly clearedValue: "kept" | "text" | "null";
  /** The flag stays in the address of every request. */
  readonly flagInUrl: boolean;
}

/** What Entra does for an application whose tenant URL has no flag. */
export const defaultWire: Wire = {
  mode: "default",
  memberBatch: 1,
  groupMarkerSchema: true,
  otherEmailPrimary: "absent",
  loneChange: "path",
  singleRole: "text",
  referenceForm: "id",
  clearedValue: "kept",
  flagInUrl: false,
};

/** Whether an update takes away what the source has not any more. */
export function clearsValues({ clearedValue }: Wire = defaultWire): boolean {
  return clearedValue !== "kept";
}
