import { STATUS_CODES } from "node:http";
import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import type { ScimFailure, ScimRequest } from "../../engine/ports.ts";

/** RFC 7644 section 3.12, as far as it is needed; endpoints leave out what they like. */
const scimError = z.looseObject({
  status: z.optional(z.union([z.string(), z.number()])),
  scimType: z.optional(z.nullable(z.string())),
  detail: z.optional(z.nullable(z.string())),
});

const errorMessage = "urn:ietf:params:scim:api:messages:2.0:Error";

/** What a person can do, by the `scimType` of a 400. */
const remediesByType: ReadonlyMap<string, () => string> = new Map([
  ["invalidFilter", () => l10n.t("Match on another attribute: the endpoint cannot filter on this one.")],
  ["tooMany", () => l10n.t("Match on an attribute that fewer objects share.")],
  [
    "uniqueness",
    () => l10n.t("Another object of the target holds this value: match on that attribute, or free the value."),
  ],
  [
    "mutability",
    () =>
      l10n.t(
        "Take the attribute out of the mapping, or let it flow only during creation: the target does not change it.",
      ),
  ],
  [
    "invalidSyntax",
    () => l10n.t("The endpoint does not understand this request: compare it with what the endpoint documents."),
  ],
  ["invalidPath", () => l10n.t("Correct the target attribute: the endpoint has none of this name.")],
  [
    "noTarget",
    () =>
      l10n.t("The endpoint has no element that this path selects, and creates none: map the whole attribute instead."),
  ],
  ["invalidValue", () => l10n.t("Correct the mapping's value: the endpoint does not accept it for this attribute.")],
]);

const remedies: Readonly<Record<number, () => string>> = {
  400: () => l10n.t("The endpoint does not accept this request: its detail says why."),
  401: () =>
    l10n.t("Check the environment's secret: the token is wrong, has expired, or is meant for another address."),
  403: () => l10n.t("Give the token's account the right to read and write users and groups."),
  405: () =>
    l10n.t("The endpoint does not offer this method: check the tenant URL, and which actions the endpoint supports."),
  409: () => l10n.t("Another object of the target holds this value: match on that attribute, or free the value."),
  413: () => l10n.t("Send less: the endpoint finds the request too large."),
  415: () => l10n.t("The endpoint must accept application/scim+json (RFC 7644 section 3.1)."),
  429: () => l10n.t("Wait before you run again: the endpoint limits how often it is asked."),
  501: () => l10n.t("The endpoint does not offer this operation: turn the action off in the mapping."),
};

/** True for an error message of RFC 7644 section 3.12, whatever the status it came with. */
export function isErrorMessage(body: unknown): boolean {
  const schemas = (body as { schemas?: unknown } | null)?.schemas;
  return Array.isArray(schemas) && schemas.includes(errorMessage);
}

/**
 * The failure of a request that the endpoint answered with something other than success. `subject` is its method and address,
 * for messages; `body` is parsed JSON, or undefined.
 */
export function refusal(
  { path }: ScimRequest,
  subject: string,
  status: number,
  body: unknown,
): Omit<ScimFailure, "received"> {
  const parsed = scimError.safeParse(body);
  const { scimType, detail } = parsed.success ? parsed.data : {};
  const reason = STATUS_CODES[status] === undefined ? `${status}` : `${status} ${STATUS_CODES[status]}`;
  return {
    kind: "failure",
    status,
    ...(scimType ? { scimType } : {}),
    ...(detail ? { detail } : {}),
    message: detail
      ? l10n.t`${subject} was refused with ${reason}: ${oneLine(detail)}.`
      : l10n.t`${subject} was refused with ${reason}.`,
    remedy: status === 404 ? remedyForAbsence(path) : remedyFor(status, scimType ?? undefined),
  };
}

function oneLine(detail: string): string {
  return detail.trim().replaceAll(/\s+/g, " ").replace(/\.$/, "");
}

/** Only an address with an id is one of an object, which may be gone. */
function remedyForAbsence(path: string): string {
  const [address = "", query] = path.split("?");
  if (address.split("/").filter(part => part !== "").length > 1)
    return l10n.t(
      "Check the tenant URL; where it is right, the object is gone from the target, and the next run matches anew.",
    );
  return query?.includes("filter=")
    ? l10n.t(
        "Check the tenant URL; where it is right, the endpoint must answer a query that finds nothing with an empty list (RFC 7644 section 3.4.2).",
      )
    : l10n.t("Check the tenant URL: the endpoint has nothing at this address.");
}

function remedyFor(status: number, scimType: string | undefined): string {
  const byType = scimType === undefined ? undefined : remediesByType.get(scimType);
  if (byType !== undefined && status === 400) {
    return byType();
  }
  if (status >= 500 && status !== 501) {
    return l10n.t("The endpoint failed on its side: look into its log, then run again.");
  }
  if (status >= 300 && status < 400) {
    return l10n.t(
      "Requests follow no redirect, so that the secret goes nowhere else: enter the address that answers itself.",
    );
  }
  return remedies[status]?.() ?? l10n.t("The endpoint's documentation should say what this status means.");
}
