import * as l10n from "@vscode/l10n";
import type { Resource, ScimAnswer, ScimFailure, TargetSystem } from "../../engine/ports.ts";

/** A page of an endpoint's resources, or why there are no more of them. */
export type Page =
  | { readonly kind: "page"; readonly resources: readonly Resource[]; readonly totalResults: number }
  | ScimFailure;

/**
 * Reads all resources of an endpoint such as `/Users?excludedAttributes=groups`, page by page (RFC 7644 section 3.4.2.4), and
 * keeps no more than one. Goes by what comes rather than by what is announced: a target may send smaller pages than it is
 * asked for, miscount, or change meanwhile; one that sends the same page again ends in a failure.
 */
export async function* readPages(
  target: TargetSystem,
  path: string,
  count: number,
  signal?: AbortSignal,
): AsyncGenerator<Page, void> {
  const separator = path.includes("?") ? "&" : "?";
  let before: ReadonlySet<unknown> = new Set();
  for (let startIndex = 1; ; ) {
    const query = `${path}${separator}startIndex=${startIndex}&count=${count}`;
    const answer = await target.send({ method: "GET", path: query }, signal);
    const page = judge(answer, before, { query, startIndex, count });
    if (page.kind === "page" && page.resources.length === 0) return;
    yield page;
    if (page.kind === "failure" || answer.kind !== "list") return;
    startIndex += answer.resources.length;
    if (startIndex > answer.totalResults && answer.resources.length < count) return;
    before = new Set(answer.resources.map(({ id }) => id));
  }
}

interface Asked {
  readonly query: string;
  readonly startIndex: number;
  readonly count: number;
}

function judge(answer: ScimAnswer, before: ReadonlySet<unknown>, { query, startIndex, count }: Asked): Page {
  if (answer.kind === "failure") return answer;
  if (answer.kind !== "list") return failure(l10n.t`GET ${query} was answered with something other than a list.`);
  const { totalResults } = answer;
  const resources = answer.resources.filter(({ id }) => !before.has(id));
  if (answer.resources.length > 0 && resources.length === 0)
    return failure(l10n.t`GET ${query} was answered with the page before it once more.`);
  if (startIndex > totalResults + count && resources.length > 0)
    return failure(l10n.t`GET ${query} was answered with more than the ${totalResults} resources that it announces.`);
  return { kind: "page", resources, totalResults };
}

function failure(message: string): ScimFailure {
  return {
    kind: "failure",
    message,
    remedy: l10n.t("Let the endpoint honour startIndex and count as RFC 7644 section 3.4.2.4 says."),
  };
}
