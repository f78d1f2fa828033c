import * as l10n from "@vscode/l10n";
import type { TestConnectionAnswer } from "../../../server/src/protocol/views.ts";

/** What is known of the connection to an environment since VS Code was started. */
export type ConnectionState =
  | { readonly kind: "unknown" }
  | { readonly kind: "testing" }
  /** `at` is the time of the day, as the person writes it. */
  | { readonly kind: "connected"; readonly at: string }
  /** One or two sentences: what went wrong, and the remedy. */
  | { readonly kind: "failed"; readonly at: string; readonly reason: string };

/** What an answer to "test connection" means for the state. */
export function stateAfter(
  answer: TestConnectionAnswer,
  at: string,
): Extract<ConnectionState, { readonly at: string }> {
  if (answer.kind === "refused") return { kind: "failed", at, reason: answer.message };
  const { failure } = answer.report;
  if (failure === undefined) return { kind: "connected", at };
  return { kind: "failed", at, reason: `${failure.reason} ${failure.recommendedAction}` };
}

/** The state in words. */
export function stateWords(state: ConnectionState): string {
  switch (state.kind) {
    case "unknown":
      return l10n.t("not tested");
    case "testing":
      return l10n.t("testing…");
    case "connected":
      return l10n.t("connected at {0}", state.at);
    case "failed":
      return l10n.t("failed at {0}", state.at);
  }
}
