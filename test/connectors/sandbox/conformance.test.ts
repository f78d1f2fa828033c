import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Sandbox, startSandbox } from "../../../server/src/connectors/sandbox/startSandbox.ts";
import { unmet, valueAt } from "./expectation.ts";

/** One check: what Entra sends, and what has to come of it. `{n}` is the check's id, `{a}` the id of what was created as a. */
interface Check {
  readonly id: string;
  readonly title: string;
  /** RFC 7643 and RFC 7644 do not ask a server to take this. */
  readonly strictRefuses?: boolean;
  readonly given?: readonly Created[];
  readonly steps: readonly Step[];
}

interface Created {
  readonly as?: string;
  /** Members beyond those of the plain user or group. */
  readonly user?: object;
  readonly group?: object;
}

interface Step extends Created {
  /** Method and path. */
  readonly send: string;
  readonly operations?: readonly object[];
  readonly text?: string;
  readonly token?: string;
  readonly status: number;
  readonly contentType?: string;
  /** The ids of the resources listed, in order. */
  readonly list?: readonly string[];
  /** Members that the answer has; lists in full, objects as far as named. */
  readonly holds?: object;
  /** Paths that the answer has not. */
  readonly lacks?: readonly string[];
  /** Paths that are absent, or hold "" or []. */
  readonly empty?: readonly string[];
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

const tag = {
  name: "urn:ietf:params:scim:schemas:extension:CustomExtensionName:2.0:User:tag",
  type: "String",
  multivalued: false,
  description: "A tag.",
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
} as const;

const checks = JSON.parse(readFileSync(new URL("conformance.json", import.meta.url), "utf8")) as readonly Check[];

for (const mode of ["lenient", "strict"] as const) {
  suite(`sandbox, ${mode}: what Entra sends`, () => {
    let sandbox: Sandbox;
    suiteSetup(async () => {
      sandbox = await startSandbox({ mode, attributes: [tag] });
    });
    suiteTeardown(() => sandbox.stop());

    for (const check of checks) {
      const refused = mode === "strict" && check.strictRefuses;
      test(`${check.id} ${check.title}${refused ? ": refused" : ""}`, async () => {
        const mistake = await firstMistake(sandbox, check);
        if (refused) assert.match(mistake ?? "nothing", /answered 400, not 20[01]/);
        else assert.equal(mistake, undefined);
      });
    }
  });
}

test("strict mode refuses exactly the requests that go beyond the RFCs", () => {
  assert.deepEqual(
    checks.filter(check => check.strictRefuses).map(check => check.id),
    ["21", "22", "22b", "22c", "24", "24c", "24e", "25", "25b", "28", "28e", "28f"],
  );
  assert.equal(checks.length, 66);
});

/** Runs a check; the first thing that came otherwise than it says. */
async function firstMistake(sandbox: Sandbox, { id, given = [], steps }: Check): Promise<string | undefined> {
  const names = new Map([["n", id]]);
  for (const created of given) {
    const path = created.group === undefined ? "/Users" : "/Groups";
    const mistake = await run(sandbox, { ...created, send: `POST ${path}`, status: 201 }, names);
    assert.equal(mistake, undefined, "what the check begins with");
  }
  for (const step of steps) {
    const mistake = await run(sandbox, step, names);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

async function run({ url, token }: Sandbox, written: Step, names: Map<string, string>): Promise<string | undefined> {
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
