import * as l10n from "@vscode/l10n";
import { sameValue } from "../flow/difference.ts";
import { valuesAt } from "../paths/readTarget.ts";
import { parseTargetPath } from "../paths/targetPath.ts";
import type { Resource, ScimAnswer, ScimRequest, TargetSystem } from "../ports.ts";

/** Whether values of a target attribute differ where only the case of their letters does. */
export type CaseExact = (attribute: string) => boolean;

/** A target in memory that holds these resources. It can be asked; it refuses to be written to. */
export function heldTarget(resources: readonly Resource[], isCaseExact: CaseExact): TargetSystem {
  return { send: async request => (request.method === "GET" ? search(resources, request, isCaseExact) : readOnly()) };
}

function readOnly(): ScimAnswer {
  return {
    kind: "failure",
    status: 405,
    message: l10n.t("This target only stands for what another one holds: it cannot be written to."),
    remedy: l10n.t("Run the object as a dry run."),
  };
}

/** Answers a matching query: the resources whose attribute equals the value (RFC 7644 section 3.4.2.2, `eq`); all of them where the query has no filter. */
export function search(resources: readonly Resource[], { path }: ScimRequest, isCaseExact: CaseExact): ScimAnswer {
  const filter = new URLSearchParams(path.slice(path.indexOf("?"))).get("filter");
  const found = filter === null ? resources : resources.filter(resource => matches(resource, filter, isCaseExact));
  return { kind: "list", status: 200, totalResults: found.length, resources: found };
}

function matches(resource: Resource, filter: string, isCaseExact: CaseExact): boolean {
  const [, attribute = "", literal = '""'] = /^(.+) eq (".*")$/s.exec(filter) ?? [];
  const target = parseTargetPath(attribute);
  if (target.kind !== "path") return false;
  const [value, caseExact] = [JSON.parse(literal), isCaseExact(attribute)];
  return valuesAt(resource, target).some(held => sameValue(held, value, caseExact));
}
