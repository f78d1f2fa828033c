import * as l10n from "@vscode/l10n";

/**
 * A target attribute in Entra's flat spelling, a SCIM attribute path (RFC 7644 section 3.5.2): `name.givenName`,
 * `emails[type eq "work"].value`, `urn:…:User:department`. `urn` is absent for attributes of the core schemas. Gallery
 * applications have two older spellings: a dot behind the URN of SCIM 1, and one in front of a filter.
 */
export interface TargetPath {
  readonly kind: "path";
  readonly urn?: string;
  readonly attribute: string;
  /** `[attribute eq "value"]`: the element of a multi-valued attribute. */
  readonly element?: ElementFilter;
  /** The sub-attribute behind the dot. */
  readonly sub?: string;
}

export interface ElementFilter {
  readonly attribute: string;
  readonly value: string;
}

/** A text that is no such path, and why. */
export interface NotAPath {
  readonly kind: "invalid";
  readonly message: string;
}

const name = "[A-Za-z][\\w$-]*";
const filter = `\\[\\s*(?<filtered>${name})\\s+eq\\s+(?:"(?<quoted>(?:[^"\\\\]|\\\\.)*)"|(?<bare>[\\w.+-]+))\\s*\\]`;
const grammar = new RegExp(
  `^(?:(?<urn>urn:[^[\\]"\\s]+):|(?<urn1>urn:scim:schemas:[^[\\]"\\s]+:\\d\\.\\d)\\.)?(?<attribute>${name})(?:\\.?${filter})?(?:\\.(?<sub>${name}))?$`,
  "i",
);

/** Reads a target attribute; the URN ends at the last colon outside brackets, since URNs of SCIM hold dots and colons. */
export function parseTargetPath(text: string): TargetPath | NotAPath {
  const groups = grammar.exec(text.trim())?.groups;
  const attribute = groups?.attribute;
  if (groups === undefined || attribute === undefined) return { kind: "invalid", message: notAPath(text) };
  const { urn1, urn = urn1, filtered, quoted, bare, sub } = groups;
  return {
    kind: "path",
    attribute,
    ...(urn !== undefined && !isCoreSchema(urn) && { urn }),
    ...(filtered !== undefined && { element: { attribute: filtered, value: unescaped(quoted) ?? bare ?? "" } }),
    ...(sub !== undefined && { sub }),
  };
}

function notAPath(text: string): string {
  return l10n.t`"${text}" is not a SCIM attribute: write it as userName, name.givenName, emails[type eq "work"].value or urn:…:User:department.`;
}

function isCoreSchema(urn: string): boolean {
  return urn.toLowerCase().startsWith("urn:ietf:params:scim:schemas:core:2.0:");
}

function unescaped(quoted: string | undefined): string | undefined {
  return quoted?.replace(/\\(.)/g, "$1");
}
