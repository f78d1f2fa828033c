import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";

/** What a server does with a request once it has read it: bytes as they go over the wire. */
export type Script = (request: Received) => Reply;

export type Reply =
  /** A whole answer. */
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Nothing, for ever. */
  | "silence"
  /** The head and the beginning of a body that never ends. */
  | "endless"
  /** The head and the beginning of a body, then the connection is cut. */
  | "cut"
  /** The connection is cut at once. */
  | "reset"
  /** A line that is no HTTP. */
  | "noise";

/** A request as it came. */
export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** A scripted server on the loopback address. */
export interface ScimServer {
  readonly url: string;
  readonly received: readonly Received[];
  readonly stop: () => Promise<void>;
}

/** Starts a server that answers every request as the script says. */
export async function scimServer(script: Script): Promise<ScimServer> {
  const received: Received[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    received.push(request);
    const reply = script(request);
    if (typeof reply === "string") {
      misbehave(incoming.socket, reply);
      return;
    }
    outgoing.writeHead(reply.status, { "content-type": "application/scim+json", ...reply.headers });
    outgoing.end(reply.body ?? "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`,
    received,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function read(incoming: IncomingMessage): Promise<Received> {
  const { method = "", url = "", headers } = incoming;
  return { method, url, headers, body: await text(incoming) };
}

const head = "HTTP/1.1 200 OK\r\ncontent-type: application/scim+json\r\ncontent-length: 1000\r\n\r\n";

function misbehave(socket: Socket, reply: "silence" | "endless" | "cut" | "reset" | "noise"): void {
  switch (reply) {
    case "silence":
      return;
    case "endless":
      socket.write(`${head}{"id"`);
      return;
    case "cut":
      socket.end(`${head}{"id"`);
      return;
    case "reset":
      socket.destroy();
      return;
    case "noise":
      socket.end("220 mail.example ready\r\n");
  }
}
