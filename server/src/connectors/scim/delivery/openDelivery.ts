import type { Halt, ScimFailure } from "../../../engine/ports.ts";
import type { Credentials } from "../credentials.ts";
import type { Exchange, HttpRequest } from "../http/exchange.ts";
import type { Clock } from "./clock.ts";
import type { Figures } from "./figures.ts";
import { createGrace } from "./grace.ts";
import { judge, type Outcome } from "./judge.ts";
import { nextStep } from "./nextStep.ts";
import { newTargetState, type TargetState } from "./targetState.ts";
import type { Wait } from "./wait.ts";

/** What a delivery works with. */
export interface DeliveryMeans {
  readonly exchange: Exchange;
  readonly credentials: Pick<Credentials, "authorize" | "renew">;
  readonly figures: Figures;
  readonly clock: Clock;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  /** Told of every wait at its beginning. */
  readonly onWait: (wait: Wait) => void;
}

/** How one request is to be delivered. */
export interface Order {
  readonly signal: AbortSignal | undefined;
  /** It changes nothing, or nothing more when it comes twice. */
  readonly isRepeatable: boolean;
  /** How often it is sent with this order, from 1. */
  readonly attempt: number;
}

/** What came of a request in the end. */
export type Delivered =
  | {
      readonly kind: "sent";
      readonly outcome: Outcome;
      /** How often it was sent, with the attempts before this order. */
      readonly count: number;
      /** It is a write, and the target may have done it. */
      readonly isUncertain: boolean;
    }
  /** The run has come to a halt, or was cancelled before. */
  | { readonly kind: "unattempted" }
  /** There are no credentials to send it with. */
  | { readonly kind: "refused"; readonly failure: ScimFailure };

/** Delivers requests to one target. */
export interface Delivery {
  readonly deliver: (request: HttpRequest, order: Order) => Promise<Delivered>;
  /** Why nothing is sent any more. */
  readonly halt: () => Halt | undefined;
}

/**
 * Delivers requests in spite of what happens on the way: sends again what may be sent again, keeps the waits that the
 * target asks for, and comes to a halt for good where nothing has any prospect. One delivery is for one run.
 */
export function openDelivery(means: DeliveryMeans): Delivery {
  const state = newTargetState(means.figures, means.clock, means.onWait);
  const grace = createGrace(means.clock);
  return {
    halt: state.halt,
    deliver(request, order) {
      const { signal, isRepeatable } = order;
      const late = signal === undefined || isRepeatable ? signal : grace(signal);
      const once = (authorization: string | undefined) => exchangeOnce(request, authorization, late, means);
      return deliver(once, order, means, state);
    },
  };
}

async function deliver(
  once: (authorization: string | undefined) => Promise<Outcome>,
  { signal, isRepeatable, attempt }: Order,
  means: DeliveryMeans,
  state: TargetState,
): Promise<Delivered> {
  const { credentials, figures, clock } = means;
  let delivered: Delivered = { kind: "unattempted" };
  let spent = 0;
  let wasRefused = false;
  for (let count = attempt; ; count++) {
    const waiting = state.pass(signal);
    if (waiting !== undefined) await waiting;
    if (signal?.aborted || state.halt() !== undefined) return delivered;
    const coming = credentials.authorize(signal);
    const authorization = coming instanceof Promise ? await coming : coming;
    if (authorization.kind === "failure") return refuse(authorization, state);
    const begun = clock.now();
    const outcome = await once(authorization.value);
    spent += clock.now() - begun;
    const verdict = judge(outcome);
    const isAsked = state.learn(outcome, verdict);
    const chance = means.chance();
    const step = nextStep({ verdict, isRepeatable, count, spent, isAsked, chance, wasRefused }, figures);
    delivered = { kind: "sent", outcome, count, isUncertain: step.isUncertain };
    if (step.halts) state.stop({ reason: "credentials" });
    if (step.wait > 0 && state.halt() === undefined) {
      means.onWait({ kind: "again", milliseconds: step.wait });
      await clock.sleep(step.wait, signal);
      spent += step.wait;
    }
    if (step.kind === "finish") return delivered;
    if (verdict === "unauthorized") {
      wasRefused = true;
      credentials.renew(authorization.value);
    }
  }
}

function refuse(failure: ScimFailure, state: TargetState): Delivered {
  if (failure.halt !== undefined) state.stop(failure.halt);
  return { kind: "refused", failure };
}

async function exchangeOnce(
  request: HttpRequest,
  authorization: string | undefined,
  signal: AbortSignal | undefined,
  { exchange }: DeliveryMeans,
): Promise<Outcome> {
  const headers = authorization === undefined ? request.headers : { ...request.headers, authorization };
  try {
    return { kind: "answered", answer: await exchange({ ...request, headers }, signal) };
  } catch (error) {
    return { kind: "lost", error };
  }
}
