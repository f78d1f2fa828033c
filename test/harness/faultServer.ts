import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import type { ScimAnswer, ScimRequest } from "../../server/src/engine/ports.ts";
import type { MemoryTarget } from "./memoryTarget.ts";

/** What a sound server would answer. */
export interface Sound {
  readonly status: number;
  readonly body: string;
}

/** What a server does with one request. */
export interface Fault {
  /** Whether it does what the request asks for. */
  readonly applies: boolean;
  /** What it writes, byte for byte. */
  readonly bytes: (sound: Sound) => string | Buffer;
  /** What becomes of the connection then. `drip`: the bytes come one by one. */
  readonly ending: "keep" | "end" | "reset" | "hang" | "drip";
}

/** Chooses the fault of a request; none lets it be served soundly. */
export type FaultPlan = (request: ScimRequest) => Fault | undefined;

/** A SCIM server on bare sockets, which fails as planned. */
export interface FaultServer {
  readonly url: string;
  /** Every request that arrived whole. */
  readonly received: readonly ScimRequest[];
  readonly stop: () => Promise<void>;
}

/** Serves a store on the loopback address, over TLS where options for it are given. */
export async function faultServer(store: MemoryTarget, plan: FaultPlan, tls?: TlsOptions): Promise<FaultServer> {
  const received: ScimRequest[] = [];
  const sockets = new Set<Socket>();
  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    readRequests(socket, async request => {
      received.push(request);
      const fault = plan(request) ?? sound;
      const answer = fault.applies ? soundAnswer(await store.send(request)) : { status: 200, body: "" };
      write(socket, fault, answer);
    });
  };
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}/scim`,
    received,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** An answer as bytes; headers besides its length, each with its line end. */
export function http(
  status: number,
  body: string | Buffer,
  headers = "content-type: application/scim+json\r\n",
): Buffer {
  const head = `HTTP/1.1 ${status} X\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** What a sound server does. */
export const sound: Fault = {
  applies: true,
  bytes: ({ status, body }) => http(status, body),
  ending: "keep",
};

function readRequests(socket: Socket, serve: (request: ScimRequest) => void): void {
  let rest = Buffer.alloc(0);
  socket.on("data", chunk => {
    rest = Buffer.concat([rest, chunk]);
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = rest.subarray(0, end).toString();
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    if (rest.length < end + 4 + length) return;
    const body = rest.subarray(end + 4, end + 4 + length).toString();
    rest = rest.subarray(end + 4 + length);
    const [method = "", url = ""] = head.split(" ");
    const path = url.replace("/scim", "");
    serve({ method: method as ScimRequest["method"], path, ...(body !== "" && { body }) });
  });
}

function write(socket: Socket, { bytes, ending }: Fault, answer: Sound): void {
  const all = Buffer.from(bytes(answer));
  if (ending === "drip") {
    drip(socket, all);
    return;
  }
  if (ending === "reset" && all.length === 0) {
    socket.resetAndDestroy();
    return;
  }
  socket.write(all, () => {
    if (ending === "end") socket.end();
    // What was written must leave before the connection is cut.
    if (ending === "reset") setTimeout(() => socket.resetAndDestroy(), 5);
  });
}

function drip(socket: Socket, bytes: Buffer): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at >= bytes.length || socket.destroyed) return clearInterval(timer);
    socket.write(bytes.subarray(at, ++at));
  }, 20);
}

function soundAnswer(answer: ScimAnswer): Sound {
  switch (answer.kind) {
    case "resource":
      return { status: answer.status, body: JSON.stringify(answer.resource) };
    case "list":
      return { status: 200, body: list(answer.totalResults, answer.resources) };
    case "done":
      return { status: answer.status, body: "" };
    case "failure":
      return { status: answer.status ?? 500, body: errorBody(answer.status ?? 500, answer.scimType) };
  }
}

/** A ListResponse (RFC 7644 section 3.4.2). */
export function list(totalResults: unknown, Resources?: unknown): string {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
  return JSON.stringify({ schemas, totalResults, Resources });
}

/** An error message (RFC 7644 section 3.12). */
export function errorBody(status: number, scimType?: string): string {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  return JSON.stringify({ schemas, status: `${status}`, scimType, detail: "No." });
}
