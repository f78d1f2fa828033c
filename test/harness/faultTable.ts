import { gzipSync } from "node:zlib";
import { errorBody, type Fault, http, list, type Sound } from "./faultServer.ts";

/** The requests that a fault can meet. */
export const requestKinds = ["test", "match", "read", "create", "update", "delete", "member"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** A fault by name, how often it comes, and the requests whose run it makes fail; all other runs reach their end. */
export interface FaultRow extends Fault {
  readonly name: string;
  readonly times: number;
  readonly fails: readonly RequestKind[];
}

const all = requestKinds;
const reads: readonly RequestKind[] = ["test", "match", "read"];
const none: readonly RequestKind[] = [];

function row(
  name: string,
  fails: readonly RequestKind[],
  bytes: Fault["bytes"],
  { applies = false, ending = "keep", times = 1 }: Partial<FaultRow> = {},
): FaultRow {
  return { name, fails, bytes, applies, ending, times };
}

const nothing = () => "";
const head = (length: number) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/scim+json\r\ncontent-length: ${length}\r\n\r\n`;
const half = ({ body }: Sound) => `${head(Buffer.byteLength(body) + 100)}${body.slice(0, 10)}`;

/** What happens on the way. */
const transport: readonly FaultRow[] = [
  row("cut before the request is done", none, nothing, { ending: "reset" }),
  row("cut after the request is done", none, nothing, { ending: "reset", applies: true }),
  row("closed without a word", none, nothing, { ending: "end", applies: true }),
  row("cut behind the head", none, () => head(100), { ending: "reset", applies: true }),
  row("cut in the middle of the body", none, half, { ending: "reset", applies: true }),
  row("closed in the middle of the body", none, half, { ending: "end", applies: true }),
  row(
    "closed in the middle of a chunk",
    none,
    () => 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\n{"id"',
    { ending: "end", applies: true },
  ),
  row("an answer that does not begin", none, nothing, { ending: "hang", applies: true }),
  row("a request that is ignored", none, nothing, { ending: "hang" }),
  row("a body that never ends", none, half, { ending: "hang", applies: true }),
  row("a body that comes in drops", none, () => http(200, `"${"x".repeat(300)}"`), { ending: "drip", applies: true }),
  row("a body of 11 MB", reads, () => http(200, `"${"x".repeat(11 * 1024 * 1024)}"`), { applies: true }),
  row(
    "a compressed body",
    reads,
    ({ status, body }) => http(status === 204 ? 200 : status, gzipSync(body), "content-encoding: gzip\r\n"),
    { applies: true },
  ),
  row("an answer of HTTP 1.0", none, ({ status, body }) => `HTTP/1.0 ${status} X\r\n\r\n${body}`, {
    ending: "end",
    applies: true,
  }),
  row("the connection is closed behind a sound answer", none, ({ status, body }) => http(status, body), {
    ending: "end",
    applies: true,
  }),
  row(
    "the page of a proxy that gave up",
    none,
    () => http(504, "<html>Gateway</html>", "content-type: text/html\r\n"),
    {
      applies: true,
    },
  ),
  row("noise", reads, () => "220 mail.example ready\r\n", { ending: "end", applies: true }),
];

const types = ["invalidFilter", "tooMany", "uniqueness", "mutability", "invalidSyntax", "invalidPath", "noTarget"];

function refused(status: number, fails: readonly RequestKind[], options: Partial<FaultRow> = {}): FaultRow {
  const { name = `${status}`, ...others } = options;
  return row(name, fails, () => http(status, errorBody(status)), others);
}

function busy(status: number, retryAfter: string, fails: readonly RequestKind[] = none): FaultRow {
  const headers = `${retryAfter === "" ? "" : `retry-after: ${retryAfter}\r\n`}`;
  return row(`${status} with Retry-After "${retryAfter}"`, fails, () => http(status, errorBody(status), headers));
}

const done = { applies: true };
const refusesForGood = [400, 403, 405, 406, 409, 412, 413, 415, 422, 501];

/** What the status says. What is gone already is deleted, what a link does not find is matched, and what conflicts is looked for. */
const statuses: readonly FaultRow[] = [
  ...types.map(type => row(`400 ${type}`, all, () => http(400, errorBody(400, type)))),
  ...refusesForGood.map(status => refused(status, all)),
  row("409 without a body", all, () => http(409, "")),
  refused(404, ["test", "match", "create", "update", "member"], done),
  refused(401, none, { name: "401 once" }),
  refused(401, all, { name: "401 for ever", times: Number.POSITIVE_INFINITY }),
  ...["7", "0", "-5", "soon", "", "Mon, 02 Mar 2026 09:31:00 GMT", "Sun, 01 Mar 2026 09:31:00 GMT"].map(value =>
    busy(429, value),
  ),
  busy(429, "86400", all),
  row("429 with Retry-After twice", none, () => http(429, "", "retry-after: 7\r\nretry-after: 90000\r\n")),
  busy(503, "7"),
  busy(503, ""),
  ...[408, 425, 500, 502, 504].map(status => refused(status, none)),
  ...[500, 502, 504].map(status => refused(status, none, { name: `${status}, and done all the same`, applies: true })),
  refused(500, all, { name: "500 for ever", times: Number.POSITIVE_INFINITY }),
  row("302 to the same host", all, () => http(302, "", "location: /scim/v3/Users\r\n")),
  row("307 to another host", all, () => http(307, "", "location: https://elsewhere.example/\r\n")),
  refused(599, all),
];

const withId = (body: string, id: unknown) => JSON.stringify({ ...(JSON.parse(body || "{}") as object), id });

/** What the body looks like. Whatever a write is answered with, the target is asked whether it was done. */
const shapes: readonly FaultRow[] = [
  row("an empty body", reads, ({ status }) => http(status === 204 ? 200 : status, ""), done),
  row("204 with nothing", reads, () => http(204, ""), done),
  row("a web page", reads, () => http(200, "<!DOCTYPE html><title>Sign in</title>"), done),
  row(
    "JSON that is cut off",
    reads,
    ({ status, body }) => http(status === 204 ? 200 : status, body.slice(0, 9) || "{"),
    done,
  ),
  row("a byte order mark", none, ({ status, body }) => http(status, body && `\uFEFF${body}`), done),
  row("application/json", none, ({ status, body }) => http(status, body, "content-type: application/json\r\n"), done),
  row(
    "a charset that it is not",
    none,
    ({ status, body }) => http(status, body, "content-type: x; charset=utf-16\r\n"),
    done,
  ),
  row("duplicate keys", none, ({ status, body }) => http(status, body.replace("{", '{"schemas":[1],')), done),
  row("no id", reads, () => http(200, '{"totalResults":1,"Resources":[{"userName":"x"}]}'), done),
  row("a numeric id", ["match", "read"], ({ body }) => http(200, withId(body, 7).replace("[{", '[{"id":7},{')), done),
  row("an error list in the place of the answer", reads, () => http(200, '[{"error":"no"}]'), done),
  row("success that carries an error message", reads, () => http(200, errorBody(400)), done),
];

const eve = { id: "1", userName: "eve@contoso.com", displayName: "Eve" };

/** What a list says; it only matters to requests that ask for one. */
const lists: readonly FaultRow[] = [
  row("a list without totalResults", ["test", "match"], () => http(200, list(undefined, []))),
  row("totalResults as a text", ["test", "match"], () => http(200, list("0", []))),
  row("totalResults that the list does not have", ["test", "match"], () => http(200, list(3))),
  row("somebody else, as the filter is ignored", ["match"], () => http(200, list(1, [eve]))),
  row("everybody, as the filter is ignored", ["match"], () => http(200, list(2, [eve, { ...eve, id: "9" }]))),
];

/** Every fault of one request. */
export const faults: readonly FaultRow[] = [...transport, ...statuses, ...shapes, ...lists];

/** The faults that only lists can have. */
export const listFaults: ReadonlySet<FaultRow> = new Set(lists);
