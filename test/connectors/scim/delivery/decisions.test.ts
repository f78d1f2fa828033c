import assert from "node:assert/strict";
import { cycleFigures, interactiveFigures } from "../../../../server/src/connectors/scim/delivery/figures.ts";
import { judge, type Verdict } from "../../../../server/src/connectors/scim/delivery/judge.ts";
import { type Attempt, nextStep, type Step } from "../../../../server/src/connectors/scim/delivery/nextStep.ts";
import { rateLimit } from "../../../../server/src/connectors/scim/delivery/rateLimit.ts";
import { retryAfter } from "../../../../server/src/connectors/scim/delivery/retryAfter.ts";
import { waitText } from "../../../../server/src/connectors/scim/delivery/wait.ts";

suite("Retry-After", () => {
  const today = Date.UTC(2026, 2, 2, 9, 30);
  const rows: readonly (readonly [what: string, header: string | undefined, milliseconds: number | undefined])[] = [
    ["seconds", "120", 120_000],
    ["no time at all", "0", 0],
    ["blanks around it", " 5 ", 5_000],
    ["a date", "Mon, 02 Mar 2026 09:30:20 GMT", 20_000],
    ["a date in the format of RFC 850", "Monday, 02-Mar-26 09:30:20 GMT", 20_000],
    ["a date that has passed", "Mon, 02 Mar 2026 09:00:00 GMT", 0],
    ["a date in the format of asctime, which has no time zone", "Mon Mar  2 09:30:20 2026", 20_000],
    ["a date with a time zone of its own", "Mon, 02 Mar 2026 10:30:20 +0100", 20_000],
    ["a huge number", "99999999", 99_999_999_000],
    ["a number beyond any calendar", "9".repeat(30), undefined],
    ["a negative number", "-5", undefined],
    ["a fraction", "1.5", undefined],
    ["nothing", "", undefined],
    ["a word", "soon", undefined],
    ["a date that does not exist", "Mon, 99 Foo 2026 09:30:20 GMT", undefined],
    ["no header", undefined, undefined],
  ];
  for (const [what, header, milliseconds] of rows) {
    test(what, () => assert.equal(retryAfter(header, today), milliseconds));
  }

  test("says the same wherever the machine stands", () => {
    const { TZ } = process.env;
    process.env.TZ = "America/New_York";
    try {
      for (const [what, header, milliseconds] of rows) assert.equal(retryAfter(header, today), milliseconds, what);
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });
});

suite("what an outcome says about the target", () => {
  const statuses: readonly (readonly [Verdict, readonly number[]])[] = [
    ["final", [200, 201, 204, 299, 302, 307, 400, 404, 405, 406, 409, 412, 413, 415, 422, 501, 505, 599]],
    ["undone", [425, 429, 503]],
    ["doubtful", [408, 500, 502, 504]],
    ["unauthorized", [401]],
    ["forbidden", [403]],
  ];
  for (const [verdict, all] of statuses) {
    for (const status of all) {
      test(`${status} is ${verdict}`, () =>
        assert.equal(judge({ kind: "answered", answer: { status, text: "" } }), verdict));
    }
  }

  const errors: readonly (readonly [Verdict, object])[] = [
    ["undone", { code: "ECONNREFUSED", syscall: "connect" }],
    ["undone", { code: "ENOTFOUND", syscall: "getaddrinfo" }],
    ["undone", { code: "EAI_AGAIN" }],
    ["undone", { code: "ETIMEDOUT", syscall: "connect" }],
    ["undone", { code: "UND_ERR_CONNECT_TIMEOUT" }],
    ["undone", { code: "UND_ERR_PRX_CONN" }],
    ["undone", { name: "AbortError", message: "Proxy response (407) !== 200 when HTTP Tunneling" }],
    ["doubtful", { code: "ECONNRESET", syscall: "read" }],
    ["doubtful", { code: "ETIMEDOUT", syscall: "read" }],
    ["doubtful", { code: "EPIPE" }],
    ["doubtful", { code: "UND_ERR_SOCKET" }],
    ["doubtful", { code: "UND_ERR_HEADERS_TIMEOUT" }],
    ["doubtful", { code: "UND_ERR_BODY_TIMEOUT" }],
    ["garbled", { name: "HTTPParserError", code: "HPE_INVALID_CONSTANT" }],
    ["garbled", { code: "ERR_ANSWER_TOO_LARGE" }],
    ["garbled", { name: "AbortError", code: 20 }],
    ["final", { code: "CERT_HAS_EXPIRED" }],
    ["final", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }],
    ["final", { code: "ERR_TLS_CERT_ALTNAME_INVALID" }],
    ["final", { code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION" }],
    ["final", { code: "EPROTO" }],
  ];
  for (const [verdict, members] of errors) {
    test(`${JSON.stringify(members)} is ${verdict}`, () => {
      assert.equal(judge({ kind: "lost", error: Object.assign(new Error("x"), members) }), verdict);
    });
  }
});

suite("what is done after an attempt", () => {
  const usual: Attempt = {
    verdict: "doubtful",
    isRepeatable: true,
    count: 1,
    spent: 0,
    isAsked: false,
    wasRefused: false,
    chance: 1,
  };
  const rows: readonly (readonly [what: string, Partial<Attempt>, Partial<Step>])[] = [
    ["an answer that has the last word is handed back", { verdict: "final" }, { kind: "finish", wait: 0 }],
    ["a read is sent again after a second", {}, { kind: "again", wait: 1000 }],
    ["or after half of it, by chance", { chance: 0 }, { kind: "again", wait: 500 }],
    ["then after two seconds", { count: 2 }, { kind: "again", wait: 2000 }],
    ["then after four", { count: 3 }, { kind: "again", wait: 4000 }],
    ["a fourth attempt was the last", { count: 4 }, { kind: "finish", wait: 0, isUncertain: false }],
    ["five minutes are enough for anything", { spent: 299_500 }, { kind: "finish" }],
    ["a wait that the target asks for is for all requests", { isAsked: true }, { kind: "again", wait: 0 }],
    [
      "a write that was not done is sent again",
      { verdict: "undone", isRepeatable: false },
      { kind: "again", wait: 1000, isUncertain: false },
    ],
    [
      "a write that may have been done is handed back, a little later",
      { isRepeatable: false },
      { kind: "finish", wait: 1000, isUncertain: true },
    ],
    [
      "a write that was answered with rubbish is handed back at once",
      { verdict: "garbled", isRepeatable: false },
      { kind: "finish", wait: 0, isUncertain: true },
    ],
    ["rubbish would come again", { verdict: "garbled" }, { kind: "finish", wait: 0, isUncertain: false }],
    [
      "credentials are renewed once, at once, and even a write is sent again",
      { verdict: "unauthorized", isRepeatable: false },
      { kind: "again", wait: 0, halts: false },
    ],
    ["and not twice", { verdict: "unauthorized", count: 2, wasRefused: true }, { kind: "finish", halts: true }],
    ["what is forbidden ends the run", { verdict: "forbidden" }, { kind: "finish", halts: true }],
  ];
  for (const [what, attempt, expected] of rows) {
    test(what, () => {
      const step = nextStep({ ...usual, ...attempt }, cycleFigures);
      assert.deepEqual({ ...step, ...expected }, step);
    });
  }

  test("a person waits for less", () => {
    assert.equal(nextStep({ ...usual, count: 3 }, interactiveFigures).kind, "finish");
    assert.equal(nextStep(usual, interactiveFigures).wait, 500);
  });

  test("no wait is longer than half a minute", () => {
    assert.equal(nextStep({ ...usual, count: 9 }, { ...cycleFigures, attempts: 20 }).wait, 30_000);
  });
});

suite("the rate of requests", () => {
  test("is kept in every second, wherever it begins", () => {
    const { take } = rateLimit(25);
    const left: number[] = [];
    for (let now = 0; left.length < 200; now += 7) if (take(now) === 0) left.push(now);
    for (const [index, moment] of left.entries()) {
      assert.ok((left[index + 25] ?? Number.POSITIVE_INFINITY) - moment >= 1000);
    }
    assert.ok((left.at(-1) ?? 0) < 7_200, "and used to the full");
  });

  test("tells how long to wait", () => {
    const { take } = rateLimit(2);
    assert.deepEqual([take(0), take(100), take(200), take(999), take(1000), take(1050)], [0, 0, 800, 1, 0, 50]);
  });
});

suite("a wait in words", () => {
  const rows = [
    ["asked", 30_000, "The target asked to wait 30 s."],
    ["asked", 1_234, "The target asked to wait 1.3 s."],
    ["again", 500, "The target is asked again in 0.5 s."],
  ] as const;
  for (const [kind, milliseconds, text] of rows) test(text, () => assert.equal(waitText({ kind, milliseconds }), text));
});
