/** The SCIM resource type of a target object: the last part of its name, `User` in `urn:…:enterprise:2.0:User`. */
export function resourceType(targetObject: string): string {
  return targetObject.slice(targetObject.lastIndexOf(":") + 1);
}

/** The path of the endpoint for that type (RFC 7644 section 3.2): `/Users`. */
export function endpointOf(targetObject: string): string {
  return `/${resourceType(targetObject)}s`;
}

/** The path of one resource. */
export function resourcePath(targetObject: string, id: string): string {
  return `${endpointOf(targetObject)}/${encodeURIComponent(id.toWellFormed())}`;
}
