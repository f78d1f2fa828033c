import type { HttpAnswer } from "../http/exchange.ts";
import { tooLarge } from "../http/receive.ts";
import { codeOf, isRefusedByProxy, isUntrusted } from "../networkFailure.ts";

/** What came of sending a request once. */
export type Outcome =
  | { readonly kind: "answered"; readonly answer: HttpAnswer }
  | { readonly kind: "lost"; readonly error: unknown };

/**
 * What an outcome says about the target.
 * `final`: it has the last word. `undone`: it did nothing, so that any request may be sent again. `doubtful`: it may have
 * acted, so that only what changes nothing may be sent again. `garbled`: it has answered and may have acted, and would not
 * answer better a second time. `unauthorized`, `forbidden`: it did nothing, for want of the right credentials.
 */
export type Verdict = "final" | "undone" | "doubtful" | "garbled" | "unauthorized" | "forbidden";

const verdictsByStatus: Readonly<Record<number, Verdict>> = {
  401: "unauthorized",
  403: "forbidden",
  408: "doubtful",
  425: "undone",
  429: "undone",
  500: "doubtful",
  502: "doubtful",
  503: "undone",
  504: "doubtful",
};

/** The errors with which no connection came about. */
const unconnected: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_PRX_CONN",
]);

/** Judges the outcome of one attempt. */
export function judge(outcome: Outcome): Verdict {
  if (outcome.kind === "answered") return verdictsByStatus[outcome.answer.status] ?? "final";
  const { name, syscall } = outcome.error as NodeJS.ErrnoException;
  const code = codeOf(outcome.error);
  if (isUntrusted(code)) return "final";
  if (unconnected.has(code) || syscall === "connect" || isRefusedByProxy(outcome.error)) return "undone";
  return name === "AbortError" || name === "HTTPParserError" || code === tooLarge ? "garbled" : "doubtful";
}
