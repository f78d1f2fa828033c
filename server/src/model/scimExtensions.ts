/** The pattern that the name of an attribute must follow which a SCIM application adds to the standard ones. */
export const extensionPattern = "urn:ietf:params:scim:schemas:extension:<Extension>:2.0:User:<Attribute>";

/** True for an attribute of a schema extension, by a name that follows the pattern. */
export function followsExtensionPattern(name: string): boolean {
  return /^urn:ietf:params:scim:schemas:extension:[^:]+(:[^:]+)*:2\.0:(User|Group):[^:]+$/i.test(name);
}

/** True for what the standard itself puts behind a URN: the enterprise extension and the core schemas. */
export function isStandardUrn(name: string): boolean {
  return /^urn:ietf:params:scim:schemas:(core|extension:enterprise):2\.0:/i.test(name);
}

/** The complex attribute of an extension that a name is a part of: `urn:…:User:desk` for `urn:…:User:desk.floor`. */
export function complexAttribute(name: string): string | undefined {
  if (!/^urn:/i.test(name) || isStandardUrn(name)) return undefined;
  return /^(.*:[^:.[]+)(?:\[[^\]]*\])?\.[^:.]+$/.exec(name)?.[1];
}
