/** A request to one origin, as it goes over the wire. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With the query, percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back, before anybody has looked into it. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** The first of its headers Retry-After. */
  readonly retryAfter?: string;
  /** How the body is compressed, which nobody asked for. */
  readonly encoding?: string;
  readonly contentType?: string;
}

/** Sends a request and reads the whole answer. Throws what the network threw, with Node's or undici's error code. */
export type Exchange = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer>;
