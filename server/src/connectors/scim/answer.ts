import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import type { Resource, ScimAnswer, ScimFailure, ScimRequest } from "../../engine/ports.ts";
import { quoteLongNumbers } from "../longNumbers.ts";
import type { HttpAnswer } from "./http/exchange.ts";
import { isErrorMessage, refusal } from "./refusal.ts";

/** Its other members are not looked at, nor copied. */
const resource = z.custom<Resource & { readonly id: string }>(value => hasId(value as Partial<Resource> | null));

function hasId(value: Partial<Resource> | null): boolean {
  return typeof value?.id === "string" && value.id !== "";
}

/** RFC 7644 section 3.4.2: `Resources` may be absent when nothing was found. */
const listResponse = z
  .looseObject({ totalResults: z.number(), Resources: z.optional(z.array(resource)) })
  .check(z.refine(({ totalResults, Resources }) => Resources !== undefined || totalResults === 0));

/** What came of a request. `subject` is its method and address, for messages. `received` of a failure holds all that came. */
export function readAnswer(request: ScimRequest, subject: string, raw: HttpAnswer): ScimAnswer {
  const body = isCompressed(raw) ? undefined : parse(raw.text);
  if (raw.status < 200 || raw.status > 299 || isErrorMessage(body)) {
    const failure = refusal(request, subject, raw.status, body);
    return {
      ...failure,
      ...(raw.status < 300 && request.method !== "GET" && { isUncertain: true }),
      ...(failure.detail === undefined && raw.text !== "" && { received: raw.text }),
    };
  }
  if (request.method === "DELETE" || (request.method === "PATCH" && raw.text === "")) {
    return { kind: "done", status: raw.status };
  }
  return (
    (asksForList(request) ? readList(raw.status, body) : readResource(request, raw.status, body)) ??
    unreadable(request, subject, raw, body)
  );
}

/** Nobody asked for it, so that it is not unpacked: a small text can become a large one. */
function isCompressed({ encoding = "identity" }: HttpAnswer): boolean {
  return encoding !== "identity";
}

/**
 * The JSON value of a text, without the mark that some servers put in front; a whole number past 2^53 is the text of its
 * digits. Undefined for what is no JSON, or is nested too deep.
 */
function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    const value: unknown = JSON.parse(quoteLongNumbers(text.startsWith("\uFEFF") ? text.slice(1) : text));
    return isDeep(value, deepest) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** How deep objects and lists may lie in each other. */
const deepest = 64;

function isDeep(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (left === 0) return true;
  for (const member of Object.values(value)) {
    if (typeof member === "object" && isDeep(member, left - 1)) return true;
  }
  return false;
}

/** `/Users?filter=…` asks for a list, `/Users/2819c223` for one resource. */
function asksForList({ method, path }: ScimRequest): boolean {
  const [pathname = ""] = path.split("?");
  return method === "GET" && pathname.split("/").filter(part => part !== "").length === 1;
}

function readList(status: number, body: unknown): ScimAnswer | undefined {
  const list = listResponse.safeParse(body);
  return list.success
    ? { kind: "list", status, totalResults: list.data.totalResults, resources: list.data.Resources ?? [] }
    : undefined;
}

function readResource(request: ScimRequest, status: number, body: unknown): ScimAnswer | undefined {
  const found = resource.safeParse(body);
  if (!found.success || isAnother(request, found.data.id)) return undefined;
  return { kind: "resource", status, resource: found.data };
}

/** An object that was asked for by its id, and came with another one, must never be taken for it. */
function isAnother({ method, path }: ScimRequest, id: string): boolean {
  return method === "GET" && path.split("?")[0] !== `${path.slice(0, path.indexOf("/", 1))}/${encodeURIComponent(id)}`;
}

/** A write that was answered like this was done, as far as anybody knows. */
function unreadable(request: ScimRequest, subject: string, raw: HttpAnswer, body: unknown): ScimFailure {
  const { what, remedy } = mistake(request, raw, body);
  return {
    kind: "failure",
    status: raw.status,
    message: l10n.t`${subject} was answered with ${raw.status} and ${what}.`,
    remedy,
    ...(request.method !== "GET" && { isUncertain: true }),
    ...(raw.text === "" ? {} : { received: raw.text }),
  };
}

function mistake(
  request: ScimRequest,
  raw: HttpAnswer,
  body: unknown,
): { readonly what: string; readonly remedy: string } {
  const { text } = raw;
  if (isCompressed(raw)) {
    return {
      what: l10n.t("a compressed body"),
      remedy: l10n.t("The endpoint must not compress answers: requests do not ask for it."),
    };
  }
  if (text === "") {
    return {
      what: l10n.t("an empty body"),
      remedy: l10n.t("The endpoint must return the resource (RFC 7644 section 3.3)."),
    };
  }
  if (/^\s*</.test(text)) {
    return {
      what: l10n.t("a web page"),
      remedy: l10n.t(
        "Check the tenant URL: it leads to a page for people, a sign-in page perhaps, instead of a SCIM service.",
      ),
    };
  }
  if (body === undefined) {
    return {
      what: l10n.t("a text that is no complete JSON"),
      remedy: l10n.t("Look into the endpoint's log, and at any proxy on the way: the answer is broken or was cut off."),
    };
  }
  return asksForList(request)
    ? {
        what: l10n.t("no ListResponse with totalResults and Resources that each have an id"),
        remedy: l10n.t("Check the tenant URL: the endpoint must answer a query as RFC 7644 section 3.4.2 says."),
      }
    : {
        what: l10n.t("no resource with an id that is a text"),
        remedy: l10n.t(
          "The endpoint must return the resource with its id (RFC 7643 section 3.1); without it nothing can be updated.",
        ),
      };
}
