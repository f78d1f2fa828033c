import type { Dispatcher } from "undici";
import { connect } from "./connect.ts";
import type { Exchange, HttpRequest } from "./exchange.ts";
import type { Network } from "./network.ts";
import { receive } from "./receive.ts";

const megabyte = 1024 * 1024;

/** The exchange with one origin. Nothing is connected before the first request. */
export function openExchange(origin: string, network: Network): Exchange {
  let connecting: Promise<Dispatcher> | undefined;
  let connected: Dispatcher | undefined;
  return async ({ method, path, headers, body }, signal) => {
    connecting ??= connect(origin, network);
    connected ??= await connecting;
    const limits = { bytes: largestAnswer(method, path), milliseconds: network.timeouts.whole };
    return receive(connected, { origin, method, path, headers, body: body ?? null }, limits, signal);
  };
}

/** In bytes. A group that is read with its members may be large. */
function largestAnswer(method: HttpRequest["method"], path: string): number {
  return (method === "GET" && /\/Groups\/[^/?]+$/.test(path) ? 50 : 10) * megabyte;
}
