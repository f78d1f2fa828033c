import type { Dispatcher } from "undici";
import type { HttpAnswer } from "./exchange.ts";

/** The code of the error for an answer that is too large. */
export const tooLarge = "ERR_ANSWER_TOO_LARGE";

/** What an answer may come to. */
export interface Limits {
  readonly bytes: number;
  /** From its beginning to its end. */
  readonly milliseconds: number;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Sends a request and reads the whole answer. Rejects with the error of the network, as soon as the signal is aborted, and
 * where the answer is beyond the limits; a refusal counts even where its body did not come through.
 */
export function receive(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const chunks: Buffer[] = [];
  let size = 0;
  let began = 0;
  let head: Omit<HttpAnswer, "text"> | undefined;
  let controller: Dispatcher.DispatchController | undefined;
  const abort = () => {
    const cancelled = new DOMException("The request was cancelled.", "AbortError");
    controller?.abort(cancelled);
    reject(cancelled);
  };
  const end = () => signal?.removeEventListener("abort", abort);
  signal?.addEventListener("abort", abort);
  dispatcher.dispatch(options, {
    onRequestStart(started) {
      controller = started;
      if (signal?.aborted) abort();
    },
    onResponseStart(_, status, headers) {
      if (status < 200) return;
      head = headOf(status, headers);
      began = performance.now();
    },
    onResponseData(started, chunk) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limits.bytes) started.abort(errorOf(tooLarge));
      // Drops that come all the time keep no timer of undici's waiting.
      else if (chunks.length > 1 && performance.now() - began > limits.milliseconds)
        started.abort(errorOf("UND_ERR_BODY_TIMEOUT"));
    },
    onResponseEnd() {
      end();
      if (head !== undefined) resolve({ ...head, text: textOf(chunks) });
    },
    onResponseError(_, error) {
      end();
      if (head !== undefined && head.status >= 300) resolve({ ...head, text: "" });
      else reject(error);
    },
  });
  return promise;
}

function errorOf(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function headOf(status: number, headers: Headers): Omit<HttpAnswer, "text"> {
  const retryAfter = first(headers["retry-after"]);
  const encoding = first(headers["content-encoding"]);
  const contentType = first(headers["content-type"]);
  return {
    status,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(encoding !== undefined && { encoding }),
    ...(contentType !== undefined && { contentType }),
  };
}

function first(value: string | string[] | undefined): string | undefined {
  return typeof value === "object" ? value[0] : value;
}

function textOf(chunks: readonly Buffer[]): string {
  const [only] = chunks;
  return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString("utf8");
}
