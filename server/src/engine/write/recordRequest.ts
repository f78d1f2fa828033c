import type { ScimAnswer, ScimRequest } from "../ports.ts";
import type { RecordedRequest } from "../result.ts";

/** A request with what came of it; `planned` where it was kept and not sent. */
export function recordRequest(
  request: ScimRequest,
  purpose: RecordedRequest["purpose"],
  answer: ScimAnswer | { readonly kind: "planned" },
): RecordedRequest {
  if (answer.kind === "planned") return { ...request, purpose, sent: false };
  return {
    ...request,
    purpose,
    sent: true,
    ...(answer.status !== undefined && { status: answer.status }),
    ...(answer.kind === "failure" && { failure: answer }),
  };
}
