import assert from "node:assert/strict";
import { fixedCredentials } from "../../../../server/src/connectors/scim/credentials.ts";
import { cycleFigures, type Figures } from "../../../../server/src/connectors/scim/delivery/figures.ts";
import {
  type Delivered,
  type Delivery,
  openDelivery,
} from "../../../../server/src/connectors/scim/delivery/openDelivery.ts";
import type { Wait } from "../../../../server/src/connectors/scim/delivery/wait.ts";
import type { HttpAnswer, HttpRequest } from "../../../../server/src/connectors/scim/http/exchange.ts";
import { type FakeClock, fakeClock } from "../../../harness/fakeClock.ts";

const get: HttpRequest = { method: "GET", path: "/Users/1", headers: {} };
const post: HttpRequest = { method: "POST", path: "/Users", headers: {}, body: "{}" };

/** What happens to one request: an answer by its status, with Retry-After perhaps; or the code of an error; or nothing. */
type Event = number | readonly [status: number, retryAfter: string] | string;

interface Stage extends Delivery {
  readonly clock: FakeClock;
  readonly waits: readonly Wait[];
  /** When each request left, in milliseconds. */
  readonly sent: readonly number[];
  readonly send: (request: HttpRequest, signal?: AbortSignal) => Promise<Delivered>;
}

/** A delivery to a target at which these things happen in turn, the last one over and over. */
function stage(events: readonly Event[], figures: Partial<Figures> = {}): Stage {
  const clock = fakeClock();
  const waits: Wait[] = [];
  const sent: number[] = [];
  const exchange = async (_: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer> => {
    const event = events[Math.min(sent.length, events.length - 1)] ?? 200;
    sent.push(clock.now());
    await clock.sleep(10, signal);
    if (event === "silence") await clock.sleep(1e9, signal);
    if (signal?.aborted) throw new DOMException("aborted", "AbortError");
    if (typeof event === "string") throw Object.assign(new Error(event), { code: event });
    const [status, retryAfter] = typeof event === "number" ? [event] : event;
    return { status, text: "", ...(retryAfter !== undefined && { retryAfter }) };
  };
  const delivery = openDelivery({
    exchange,
    credentials: fixedCredentials({ type: "none" }, undefined),
    figures: { ...cycleFigures, ...figures },
    clock,
    chance: () => 1,
    onWait: wait => waits.push(wait),
  });
  const send: Stage["send"] = (request, signal) =>
    delivery.deliver(request, { signal, isRepeatable: request.method === "GET", attempt: 1 });
  return { ...delivery, clock, waits, sent, send };
}

function summary(delivered: Delivered) {
  if (delivered.kind !== "sent") return delivered.kind;
  const { outcome, count, isUncertain } = delivered;
  const came = outcome.kind === "answered" ? outcome.answer.status : (outcome.error as NodeJS.ErrnoException).code;
  return [came, count, ...(isUncertain ? ["uncertain"] : [])];
}

suite("delivering a request", () => {
  const rows: readonly (readonly [string, HttpRequest, readonly Event[], result: unknown, waits: readonly number[]])[] =
    [
      ["a good answer", get, [200], [200, 1], []],
      ["a read that gets lost twice", get, ["ECONNRESET", 502, 200], [200, 3], [1000, 2000]],
      ["a read that is lost for good", get, ["ECONNRESET"], ["ECONNRESET", 4], [1000, 2000, 4000]],
      ["a write that gets lost", post, ["ECONNRESET", 201], ["ECONNRESET", 1, "uncertain"], [1000]],
      ["a write that finds nobody there", post, ["ECONNREFUSED", 201], [201, 2], [1000]],
      ["a write that is too early", post, [503, 201], [201, 2], [1000]],
      ["a write that fails at the target", post, [500], [500, 1, "uncertain"], [1000]],
      ["a wait that is asked for, in full", post, [[429, "120"], 201], [201, 2], [120_000]],
      ["a wait until a date", get, [[503, "Mon, 02 Mar 2026 09:31:00 GMT"], 200], [200, 2], [59_990]],
      ["a wait of nothing", get, [[429, "0"], 200], [200, 2], []],
      ["a wait that makes no sense", get, [[429, "-1"], 200], [200, 2], [1000]],
      ["a refusal that holds only once", get, [401, 200], [200, 2], []],
      ["a refusal that holds", get, [401], [401, 2], []],
      ["what is forbidden", get, [403], [403, 1], []],
      ["a conflict", post, [409], [409, 1], []],
      ["a certificate that is not trusted", get, ["CERT_HAS_EXPIRED"], ["CERT_HAS_EXPIRED", 1], []],
    ];
  for (const [what, request, events, result, waits] of rows) {
    test(what, async () => {
      const scene = stage(events);
      assert.deepEqual(summary(await scene.send(request)), result);
      assert.deepEqual(
        scene.waits.map(({ milliseconds }) => milliseconds),
        waits,
      );
    });
  }

  test("no longer than five minutes", async () => {
    const scene = stage(["UND_ERR_HEADERS_TIMEOUT"], { longestOperation: 2_500 });
    assert.deepEqual(summary(await scene.send(get)), ["UND_ERR_HEADERS_TIMEOUT", 2]);
  });

  test("an attempt that was made before counts", async () => {
    const scene = stage([503]);
    const delivered = await scene.deliver(post, { signal: undefined, isRepeatable: false, attempt: 3 });
    assert.deepEqual([summary(delivered), scene.sent.length], [[503, 4], 2]);
  });
});

suite("what is learnt from one request holds for all", () => {
  test("while the target wants to be left alone, nothing leaves; and then at once", async () => {
    const scene = stage([[429, "30"], 200]);
    await Promise.all([scene.send(get), scene.clock.sleep(20).then(() => scene.send(post))]);
    assert.deepEqual(scene.sent, [0, 30_010, 30_010]);
  });

  test("a pause that is too long ends the run, and says when to resume", async () => {
    const scene = stage([[503, "301"]]);
    assert.deepEqual(summary(await scene.send(get)), [503, 1]);
    assert.deepEqual(scene.halt(), { reason: "busy", resumeAt: Date.UTC(2026, 2, 2, 9, 35, 1) + 10 });
    assert.deepEqual([summary(await scene.send(get)), scene.sent.length], ["unattempted", 1]);
  });

  test("ten losses in a row end the run, whoever had them", async () => {
    const scene = stage(["ECONNREFUSED"]);
    for (let request = 0; request < 5; request++) await scene.send(get);
    assert.deepEqual([scene.halt(), scene.sent.length], [{ reason: "unreachable" }, 10]);
  });

  test("an answer in between ends the row", async () => {
    const scene = stage([...Array.from({ length: 9 }, () => "ECONNRESET"), 200, "ECONNRESET"], { attempts: 1 });
    for (let request = 0; request < 15; request++) await scene.send(get);
    assert.equal(scene.halt(), undefined);
  });

  test("credentials that are refused twice end the run: at most two requests are wasted", async () => {
    const scene = stage([401]);
    for (let request = 0; request < 5; request++) await scene.send(get);
    assert.deepEqual([scene.halt(), scene.sent.length], [{ reason: "credentials" }, 2]);
  });

  test("no more requests leave in a second than the target is to bear", async () => {
    const scene = stage([200], { requestsPerSecond: 5 });
    await Promise.all(Array.from({ length: 12 }, () => scene.send(get)));
    assert.deepEqual(
      scene.sent.map(moment => Math.floor(moment / 1000)),
      [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2],
    );
  });
});

suite("a cancelled run", () => {
  test("sends nothing more, whatever it waits for", async () => {
    for (const events of [[503], [[429, "200"]], ["ECONNRESET"]] as const) {
      const scene = stage(events);
      const cancelling = new AbortController();
      const sending = scene.send(get, cancelling.signal);
      await scene.clock.sleep(500);
      cancelling.abort();
      await sending;
      assert.deepEqual([scene.sent.length, scene.clock.now()], [1, 500]);
    }
  });

  test("ends a read at once, and a write in five seconds", async () => {
    for (const [request, end] of [
      [get, 500],
      [post, 5_500],
    ] as const) {
      const scene = stage(["silence"]);
      const cancelling = new AbortController();
      const sending = scene.send(request, cancelling.signal);
      await scene.clock.sleep(500);
      cancelling.abort();
      const delivered = await sending;
      assert.deepEqual([scene.clock.now(), delivered.kind], [end, "sent"]);
      assert.equal(delivered.kind === "sent" && delivered.isUncertain, request === post);
    }
  });
});
