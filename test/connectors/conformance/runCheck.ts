import assert from "node:assert/strict";
import { type Expectation, unmet, valueAt } from "../../harness/expectation.ts";
import type { RunningServer } from "../../harness/scimServers.ts";

/** One check: what Entra sends, and what has to come of it. `{n}` is the check's id, `{a}` the id of what was created as a. */
export interface Check {
  readonly id: string;
  readonly title: string;
  /** It is about all that a server has, so that nothing may be there from other checks. */
  readonly alone?: true;
  readonly given?: readonly Created[];
  readonly steps: readonly Step[];
}

interface Created {
  readonly as?: string;
  /** Members beyond those of the plain user or group. */
  readonly user?: object;
  readonly group?: object;
}

interface Step extends Created, Expectation {
  /** Method and path. */
  readonly send: string;
  readonly operations?: readonly object[];
  readonly text?: string;
  readonly token?: string;
  readonly status: number;
  readonly contentType?: string;
}

const plainUser = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
  userName: "u{n}@contoso.com",
  active: true,
  displayName: "User {n}",
  meta: { resourceType: "User" },
};

const plainGroup = {
  schemas: [
    "urn:ietf:params:scim:schemas:core:2.0:Group",
    "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
  ],
  externalId: "g{n}",
  displayName: "Group {n}",
  meta: { resourceType: "Group" },
};

const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** Runs a check against a server; the first thing that came otherwise than it says, in words. */
export async function firstMistake(
  server: RunningServer,
  { id, given = [], steps }: Check,
): Promise<string | undefined> {
  const names = new Map([["n", id]]);
  for (const created of given) {
    const path = created.group === undefined ? "/Users" : "/Groups";
    const mistake = await run(server, { ...created, send: `POST ${path}`, status: 201 }, names);
    assert.equal(mistake, undefined, "what the check begins with");
  }
  for (const step of steps) {
    const mistake = await run(server, step, names);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

async function run(
  { url, token }: RunningServer,
  written: Step,
  names: Map<string, string>,
): Promise<string | undefined> {
  const step = named(written, names);
  const [method = "", path = ""] = step.send.split(" ");
  const body = bodyOf(step, names);
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${step.token ?? token}`,
      ...(body && { "content-type": "application/scim+json" }),
    },
    ...(body && { body }),
  });
  const text = await response.text();
  const answer: unknown = text === "" ? undefined : JSON.parse(text);
  if (step.as !== undefined) names.set(step.as, String(valueAt(answer, "id")));
  const contentType = response.headers.get("content-type") ?? "";
  return (
    (response.status === step.status
      ? undefined
      : `${step.send} answered ${response.status}, not ${step.status}: ${text}`) ??
    (contentType.startsWith(step.contentType ?? "") ? undefined : `it is ${contentType}`) ??
    unmet(answer, step)
  );
}

function bodyOf({ user, group, operations, text }: Step, names: ReadonlyMap<string, string>): string | undefined {
  if (user !== undefined) return JSON.stringify(named({ ...plainUser, ...user }, names));
  if (group !== undefined) return JSON.stringify(named({ ...plainGroup, ...group }, names));
  if (operations !== undefined) return JSON.stringify({ schemas: [patchOp], Operations: operations });
  return text;
}

/** The value with `{name}` replaced everywhere. */
function named<T>(value: T, names: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(value).replaceAll(/\{(\w+)\}/g, (whole, name) => names.get(name) ?? whole)) as T;
}
