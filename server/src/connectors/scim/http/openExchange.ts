import type { Dispatcher } from "undici";
import { connect } from "./connect.ts";
import type { Exchange, HttpAnswer, HttpRequest } from "./exchange.ts";
import type { Network } from "./network.ts";
import { readBody } from "./readBody.ts";

const megabyte = 1024 * 1024;

/** The exchange with one origin. Nothing is connected before the first request. */
export function openExchange(origin: string, network: Network): Exchange {
  let dispatcher: Promise<Dispatcher> | undefined;
  return async (request, signal) => {
    dispatcher ??= connect(origin, network);
    const { method, path, headers, body = null } = request;
    const came = await (await dispatcher).request({ origin, method, path, headers, body, signal: signal ?? null });
    return { ...headOf(came), text: await textOf(came, request, network.timeouts.whole) };
  };
}

/** A refusal counts even where its body did not come through. */
async function textOf(came: Dispatcher.ResponseData, request: HttpRequest, longest: number): Promise<string> {
  const { statusCode, headers, body } = came;
  const largest = largestAnswer(request);
  const timer = setTimeout(() => body.destroy(tooSlow), longest);
  try {
    return await (Number(headers["content-length"]) <= largest ? body.text() : readBody(body, largest));
  } catch (error) {
    if (statusCode >= 300) return "";
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** An answer that comes in drops ends like one that stops coming. */
const tooSlow = Object.assign(new Error("The answer takes too long."), { code: "UND_ERR_BODY_TIMEOUT" });

/** In bytes. A group that is read with its members may be large. */
function largestAnswer({ method, path }: HttpRequest): number {
  return (method === "GET" && /\/Groups\/[^/?]+$/.test(path) ? 50 : 10) * megabyte;
}

function headOf({ statusCode, headers }: Dispatcher.ResponseData): Omit<HttpAnswer, "text"> {
  const retryAfter = first(headers["retry-after"]);
  const encoding = first(headers["content-encoding"]);
  const contentType = first(headers["content-type"]);
  return {
    status: statusCode,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(encoding !== undefined && { encoding }),
    ...(contentType !== undefined && { contentType }),
  };
}

function first(value: string | string[] | undefined): string | undefined {
  return typeof value === "object" ? value[0] : value;
}
