import { once } from "node:events";
import { request as ask, createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, text } from "node:stream/consumers";
import type { RunningServer } from "./scimServers.ts";

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query beneath the tenant URL. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that stands in front of another one. */
export interface CountingServer extends RunningServer {
  /** What came since it was last asked, in order. */
  readonly take: () => readonly WireRequest[];
}

/** Starts a server that passes every request on to another one and keeps a record of what came. Stopping it stops both. */
export async function countingServer(behind: RunningServer): Promise<CountingServer> {
  const received: WireRequest[] = [];
  const { pathname: base } = new URL(behind.url);
  const server = createServer(async (incoming, outgoing) => {
    const { method = "", url = "", headers } = incoming;
    const body = await text(incoming);
    received.push({ method, path: url.slice(base.length), headers, body });
    const passed = ask(new URL(url, behind.url), { method, headers: { ...headers, host: new URL(behind.url).host } });
    passed.end(body);
    const [answer] = await once(passed, "response");
    outgoing.writeHead(answer.statusCode, answer.headers);
    outgoing.end(await buffer(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    token: behind.token,
    take: () => received.splice(0),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await Promise.all([once(server, "close"), behind.stop()]);
    },
  };
}
