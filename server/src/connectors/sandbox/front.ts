import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Types } from "scimmy";
import { type Answer, type Request, route, type ServedTypes } from "./router.ts";

const largestBody = 1024 * 1024;
/** The path in front of `/Users`. */
export const basePath = "/scim";

/** Answers HTTP requests that carry the token with SCIM. */
export function createFront(types: ServedTypes, token: string): RequestListener {
  return async (incoming, outgoing) => {
    try {
      authorize(incoming, token);
      send(outgoing, await route(types, await readRequest(incoming)));
    } catch (error) {
      send(outgoing, errorAnswer(error));
    }
  };
}

/** Digests have one length, so that the comparison takes the same time whatever was sent. */
function authorize({ headers }: IncomingMessage, token: string): void {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  if (!timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${token}`))) {
    throw new Types.Error(
      401,
      "",
      "The request carries no bearer token, or another than the sandbox was started with.",
    );
  }
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const text = await readBody(incoming);
  return {
    method: incoming.method ?? "GET",
    path: pathBelow(pathname),
    query: searchParams,
    ...(text === "" ? {} : { body: parseBody(text) }),
  };
}

function pathBelow(pathname: string): readonly string[] {
  const parts = pathname.split("/").filter(part => part !== "");
  if (`/${parts[0]}` !== basePath) {
    throw new Types.Error(404, "", `The sandbox serves ${basePath} alone.`);
  }
  try {
    return parts.slice(1).map(decodeURIComponent);
  } catch {
    throw new Types.Error(400, "invalidSyntax", "The path is not percent-encoded as it should be.");
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > largestBody) {
      throw new Types.Error(413, "", "The body is larger than 1 MB.");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Types.Error(400, "invalidSyntax", "The body is no JSON.");
  }
}

/** RFC 7644 section 3.12: the status is a text. */
function errorAnswer(error: unknown): Answer {
  const { status, scimType, detail } = scimError(error);
  const body = {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: String(status),
    ...(scimType ? { scimType } : {}),
    detail,
  };
  return { status, body };
}

/** scimmy reports values that do not fit the schema as TypeErrors. */
function scimError(error: unknown): { readonly status: number; readonly scimType?: string; readonly detail: string } {
  if (error instanceof Types.Error) {
    return { status: error.status, scimType: error.scimType, detail: error.message };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return error instanceof TypeError ? { status: 400, scimType: "invalidValue", detail } : { status: 500, detail };
}

function send(outgoing: ServerResponse, { status, body }: Answer): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  outgoing.writeHead(status, {
    "content-length": Buffer.byteLength(text),
    ...(text === "" ? {} : { "content-type": "application/scim+json; charset=utf-8" }),
    ...(status === 401 ? { "www-authenticate": 'Bearer realm="Mapwright sandbox"' } : {}),
  });
  outgoing.end(text);
}
