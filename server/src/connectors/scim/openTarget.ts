import * as l10n from "@vscode/l10n";
import type { Halt, ScimAnswer, ScimFailure, ScimRequest, TargetSystem } from "../../engine/ports.ts";
import { InputError } from "../inputError.ts";
import { readAnswer } from "./answer.ts";
import { type Credentials, type EndpointAuthentication, fixedCredentials } from "./credentials.ts";
import { type Clock, realClock } from "./delivery/clock.ts";
import { cycleFigures, type Figures } from "./delivery/figures.ts";
import { type Delivered, type Delivery, type DeliveryMeans, openDelivery } from "./delivery/openDelivery.ts";
import type { Wait } from "./delivery/wait.ts";
import { endpointAddress, endpointProblem } from "./endpoint.ts";
import { haltFailure } from "./haltFailure.ts";
import type { Exchange } from "./http/exchange.ts";
import { defaultTimeouts, type Network, type Timeouts } from "./http/network.ts";
import { openExchange } from "./http/openExchange.ts";
import { networkFailure } from "./networkFailure.ts";
import { type AccessTokens, createAccessTokens } from "./oauth/accessTokens.ts";
import { clientCredentials } from "./oauth/clientCredentials.ts";

export interface TargetSettings {
  /** The tenant URL. Its query keys, such as aadOptscim062020, are not sent. */
  readonly endpoint: string;
  /** A flag of the tenant URL that is sent with every request all the same. */
  readonly flag?: string;
  readonly authentication: EndpointAuthentication;
  /** The secret itself: the bearer token, the password, or the client secret. */
  readonly secret?: string;
  readonly timeouts?: Partial<Timeouts>;
  readonly network?: Partial<Omit<Network, "timeouts">>;
  /** How much patience is had; that of a cycle where it is absent. */
  readonly figures?: Partial<Figures>;
  /** The access tokens that are at hand already, and those that come. */
  readonly tokens?: AccessTokens;
  /** Told of every wait at its beginning. */
  readonly onWait?: (wait: Wait) => void;
  /** The world, where it is not this machine's. */
  readonly world?: Partial<TargetWorld>;
}

/** What sending requests needs of the world. */
export interface TargetWorld {
  readonly clock: Clock;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  readonly open: (origin: string, network: Network) => Exchange;
}

const realWorld: TargetWorld = { clock: realClock, chance: Math.random, open: openExchange };

/** How many requests are under way at a time. */
const connections = 4;

const receivedLength = 500;

/**
 * A SCIM endpoint for one run. Throws InputError for an address or secret that cannot work; what happens on the network is
 * an answer.
 */
export function openTarget(settings: TargetSettings): TargetSystem {
  const problem = endpointProblem(settings.endpoint);
  if (problem !== undefined) {
    throw new InputError(l10n.t`The tenant URL ${problem}.`);
  }
  const { origin, basePath } = endpointAddress(settings.endpoint);
  const world = { ...realWorld, ...settings.world };
  const credentials = credentialsOf(settings, world);
  const delivery = openDelivery(meansOf(origin, credentials, settings, world));
  return {
    async send(written, signal, attempt = 1) {
      const request = flagged(written, settings.flag);
      const path = basePath + request.path;
      const sent = { ...request, path, headers: request.body === undefined ? readHeaders : writeHeaders };
      const order = { signal, isRepeatable: request.method === "GET", attempt };
      const answer = report(
        request,
        `${request.method} ${origin}${path}`,
        await delivery.deliver(sent, order),
        delivery,
      );
      return answer.kind === "failure" ? masked(answer, credentials.mask) : answer;
    },
  };
}

const readHeaders = { accept: "application/scim+json" };
const writeHeaders = { ...readHeaders, "content-type": "application/scim+json; charset=utf-8" };

function credentialsOf(settings: TargetSettings, world: TargetWorld): Credentials {
  const { authentication, secret, tokens = createAccessTokens() } = settings;
  if (authentication.type !== "oauth") return fixedCredentials(authentication, secret);
  const { origin } = new URL(authentication.tokenEndpoint);
  const none = fixedCredentials({ type: "none" }, undefined);
  const delivery = openDelivery(meansOf(origin, none, settings, world));
  return clientCredentials(authentication, secret, { tokens, clock: world.clock, delivery });
}

function meansOf(
  origin: string,
  credentials: Credentials,
  { timeouts, network, figures, onWait = () => undefined }: TargetSettings,
  { clock, chance, open }: TargetWorld,
): DeliveryMeans {
  const exchange = open(origin, { connections, ...network, timeouts: { ...defaultTimeouts, ...timeouts } });
  return { exchange, credentials, figures: { ...cycleFigures, ...figures }, clock, chance, onWait };
}

/** `/Users?aadOptscim062020&filter=…` */
function flagged(request: ScimRequest, flag: string | undefined): ScimRequest {
  if (flag === undefined) return request;
  const [pathname = "", query] = request.path.split("?");
  return { ...request, path: query === undefined ? `${pathname}?${flag}` : `${pathname}?${flag}&${query}` };
}

/** What came of a request, in the engine's terms. */
function report(request: ScimRequest, subject: string, delivered: Delivered, { halt: haltOf }: Delivery): ScimAnswer {
  const halt = haltOf();
  if (delivered.kind === "refused") return delivered.failure;
  if (delivered.kind === "unattempted") return haltFailure(subject, halt);
  const { outcome, count, isUncertain } = delivered;
  const answer =
    outcome.kind === "answered" ? readAnswer(request, subject, outcome.answer) : networkFailure(subject, outcome.error);
  if (answer.kind !== "failure") return answer;
  return {
    ...answer,
    ...(count > 1 && { message: l10n.t`${answer.message} It was sent ${count} times.` }),
    ...(isUncertain && { isUncertain }),
    ...(halt !== undefined && { halt }),
    ...(outcome.kind === "answered" && outcome.answer.retryAfter !== undefined && remedyAfter(halt)),
  };
}

/** What to do where the answer itself asked for a longer pause than a run waits. */
function remedyAfter(halt: Halt | undefined): Partial<ScimFailure> {
  if (halt?.resumeAt === undefined) return {};
  return { remedy: l10n.t`Run again after ${new Date(halt.resumeAt).toISOString()}: the target asks for that pause.` };
}

function masked(failure: ScimFailure, mask: (text: string) => string): ScimFailure {
  const { scimType, detail, received } = failure;
  return {
    ...failure,
    message: mask(failure.message),
    remedy: mask(failure.remedy),
    ...(scimType === undefined ? {} : { scimType: mask(scimType) }),
    ...(detail === undefined ? {} : { detail: mask(detail) }),
    ...(received === undefined ? {} : { received: mask(received).slice(0, receivedLength) }),
  };
}
