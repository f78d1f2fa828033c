import type { Pool } from "undici";
import type { ScimAnswer, ScimFailure, ScimRequest, TargetSystem } from "../../engine/ports.ts";
import { InputError } from "../inputError.ts";
import { readAnswer } from "./answer.ts";
import { type Credentials, credentials, type EndpointAuthentication } from "./credentials.ts";
import { type EndpointAddress, endpointAddress, endpointProblem } from "./endpoint.ts";
import { networkFailure } from "./networkFailure.ts";

/** In milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** Until the answer begins. */
  readonly headers: number;
  /** Between two parts of the answer. */
  readonly body: number;
}

export interface TargetSettings {
  /** The tenant URL. Its query keys, such as aadOptscim062020, are not sent. */
  readonly endpoint: string;
  /** A flag of the tenant URL that is sent with every request all the same. */
  readonly flag?: string;
  readonly authentication: EndpointAuthentication;
  /** The secret itself: the bearer token, or the password. */
  readonly secret?: string;
  readonly timeouts?: Partial<Timeouts>;
}

/** Entra's own limit is 60 seconds to the answer. */
const defaultTimeouts: Timeouts = { connect: 10_000, headers: 60_000, body: 30_000 };

const largestAnswer = 10 * 1024 * 1024;
const receivedLength = 500;

/** A SCIM endpoint. Throws InputError for an address or secret that cannot work; what happens on the network is an answer. */
export function openTarget(settings: TargetSettings): TargetSystem {
  const problem = endpointProblem(settings.endpoint);
  if (problem !== undefined) {
    throw new InputError(`The tenant URL ${problem}.`);
  }
  const address = endpointAddress(settings.endpoint);
  const sender = credentials(settings.authentication, settings.secret);
  let pool: Promise<Pool> | undefined;
  return {
    send: async (request, signal) => {
      pool ??= connect(address, { ...defaultTimeouts, ...settings.timeouts });
      return send(await pool, address, sender, flagged(request, settings.flag), signal);
    },
  };
}

/** `/Users?aadOptscim062020&filter=…` */
function flagged(request: ScimRequest, flag: string | undefined): ScimRequest {
  if (flag === undefined) return request;
  const [pathname = "", query] = request.path.split("?");
  return { ...request, path: query === undefined ? `${pathname}?${flag}` : `${pathname}?${flag}&${query}` };
}

/** undici is loaded by the first request, as most runs of the language server never send one. */
async function connect({ origin }: EndpointAddress, timeouts: Timeouts): Promise<Pool> {
  // A bundle gives only the default export of a CommonJS module.
  const { default: undici } = await import("undici");
  return new undici.Pool(origin, {
    connections: 4,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    maxResponseSize: largestAnswer,
    connect: { timeout: timeouts.connect, minVersion: "TLSv1.2" },
  });
}

async function send(
  pool: Pool,
  { origin, basePath }: EndpointAddress,
  { authorization, mask }: Credentials,
  request: ScimRequest,
  signal: AbortSignal | undefined,
): Promise<ScimAnswer> {
  const path = basePath + request.path;
  const subject = `${request.method} ${origin}${path}`;
  try {
    const answer = await pool.request({
      method: request.method,
      path,
      headers: headersOf(request, authorization),
      body: request.body ?? null,
      signal: signal ?? null,
    });
    const raw = { status: answer.statusCode, text: await answer.body.text() };
    return masked(readAnswer(request, subject, raw), mask);
  } catch (error) {
    return masked(networkFailure(subject, error), mask);
  }
}

function headersOf(request: ScimRequest, authorization: string | undefined): Record<string, string> {
  return {
    accept: "application/scim+json",
    ...(authorization === undefined ? {} : { authorization }),
    ...(request.body === undefined ? {} : { "content-type": "application/scim+json; charset=utf-8" }),
  };
}

function masked(answer: ScimAnswer, mask: (text: string) => string): ScimAnswer {
  if (answer.kind !== "failure") {
    return answer;
  }
  const { scimType, detail, received } = answer;
  const failure: ScimFailure = {
    ...answer,
    message: mask(answer.message),
    remedy: mask(answer.remedy),
    ...(scimType === undefined ? {} : { scimType: mask(scimType) }),
    ...(detail === undefined ? {} : { detail: mask(detail) }),
    ...(received === undefined ? {} : { received: mask(received).slice(0, receivedLength) }),
  };
  return failure;
}
