import { patchMessage } from "./patchBody.ts";
import type { Wire } from "./wire.ts";

/** A change of what an object of the target points to. */
export interface ReferenceChange {
  /** The target attribute as the mapping writes it. */
  readonly target: string;
  /** `set` and `clear` are for an attribute with one value, such as the manager; `add` and `remove` for a list, such as members. */
  readonly kind: "set" | "clear" | "add" | "remove";
  /** The ids that the target gave the objects; none to clear. */
  readonly ids: readonly string[];
}

/** The body of the PATCH for it (use-scim-to-provision-users-and-groups, "Group operations"; SCIMReferenceCode, SCIM_Update_Manager_Test). */
export function referenceBody(change: ReferenceChange, { mode, referenceForm }: Wire): string {
  const one = oneReference(change.ids[0] ?? "", referenceForm);
  return patchMessage(mode === "compliant" ? compliantOperations(change, one) : [plainOperation(change, one)]);
}

/** What an attribute with one value is set to; nobody is an empty text. */
function oneReference(id: string, form: Wire["referenceForm"]): unknown {
  return form === "object" ? { value: id } : id;
}

function plainOperation({ target: path, kind, ids }: ReferenceChange, one: unknown) {
  switch (kind) {
    case "set":
      return { op: "Add", path, value: one };
    case "clear":
      return { op: "Replace", path, value: one };
    case "add":
      return { op: "Add", path, value: ids.map(value => ({ $ref: null, value })) };
    case "remove":
      return { op: "Remove", path, value: ids.map(value => ({ $ref: null, value })) };
  }
}

function compliantOperations({ target: path, kind, ids }: ReferenceChange, one: unknown) {
  switch (kind) {
    case "set":
      return [{ op: "add", path, value: one }];
    case "clear":
      return [{ op: "replace", path, value: one }];
    case "add":
      return [{ op: "add", path, value: ids.map(value => ({ value })) }];
    case "remove":
      return ids.map(id => ({ op: "remove", path: `${path}[value eq ${JSON.stringify(id)}]` }));
  }
}
