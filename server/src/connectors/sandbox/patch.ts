import { Messages, type SCIMMY, Types } from "scimmy";
import type { Resource } from "../../engine/ports.ts";
import type { FindAttribute } from "./attributePath.ts";
import { canonicalOperations, type Operation, withSelectedElement } from "./lenient/canonicalOperations.ts";
import type { ResourceType } from "./schemas.ts";

/** A PATCH request's body, in scimmy's types; what it really holds, scimmy's constructor checks. */
type PatchBody = NonNullable<ConstructorParameters<typeof Messages.PatchOp>[0]>;

/** The resource as a PATCH request changes it, by the letter of RFC 7644. Throws SCIM errors for what does not fit. */
export async function patchStrictly(type: ResourceType, resource: Resource, body: unknown): Promise<Resource> {
  const instance = new type.Schema(resource, "out");
  const changed: SCIMMY.Types.Schema | undefined = await new Messages.PatchOp(body as PatchBody).apply(instance);
  return changed === undefined ? resource : toJson(changed);
}

/** The resource as Entra means a PATCH request to change it. */
export async function patchLeniently(
  type: ResourceType,
  resource: Resource,
  body: unknown,
  find: FindAttribute,
): Promise<Resource> {
  const { schemas, Operations } = new Messages.PatchOp(body as PatchBody);
  let current = resource;
  for (const [index, operation] of (Operations as readonly Operation[]).entries()) {
    for (const one of canonicalOperations(operation, find)) {
      const selected = withSelectedElement(current, one, find);
      current = await patchStrictly(type, selected, { schemas, Operations: [one] }).catch(error => {
        throw atOperation(error, index);
      });
    }
  }
  return current;
}

/** Plain JSON of what scimmy holds behind accessors. */
export function toJson(resource: SCIMMY.Types.Schema): Resource {
  return JSON.parse(JSON.stringify(resource)) as Resource;
}

/** Operations are applied one at a time, so scimmy calls each the first. */
function atOperation(error: unknown, index: number): unknown {
  return error instanceof Types.Error
    ? new Types.Error(
        error.status,
        error.scimType,
        error.message.replace("operation 1 in", `operation ${index + 1} in`),
      )
    : error;
}
