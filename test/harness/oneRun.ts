import type { Run } from "../../server/src/engine/pipeline.ts";
import type { LastKnown, SourceObject, TargetSystem } from "../../server/src/engine/ports.ts";
import { dryRun, live } from "../../server/src/engine/write/executor.ts";
import type { Value } from "../../server/src/functions/values.ts";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";
import { stillWorld } from "../engine/world.ts";
import { memoryTarget } from "./memoryTarget.ts";

/** What a run differs in from the usual one. */
export interface RunFacts {
  /** Lines of the application block; the usual application has none. */
  readonly application?: string;
  /** Members of the mapping block. */
  readonly mapping: string;
  /** Further blocks of the file. */
  readonly blocks?: string;
  readonly user?: Readonly<Record<string, Value>>;
  readonly state?: SourceObject["state"];
  readonly assigned?: boolean;
  readonly target?: TargetSystem;
  /** False: a dry run. */
  readonly live?: boolean;
  readonly signal?: AbortSignal;
  readonly lastKnown?: LastKnown;
}

const enterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A run of an assigned user, Ada Lovelace, over the mapping of a `.provmap` file. Throws where the file has a syntax problem. */
export function oneRun(facts: RunFacts): Run {
  const text = [
    `application "ServiceNow" { ${facts.application ?? ""} }`,
    `mapping "Users" { source: User target: "${enterpriseUser}" ${facts.mapping} }`,
    facts.blocks ?? "",
  ].join("\n");
  const { file, problems } = parseProvmap(text);
  const { application, mappings } = readProvmap(file);
  const [mapping] = mappings;
  if (problems[0] || !mapping || !application) throw new Error(`${problems[0]?.message ?? "No mapping"}\n${text}`);
  const target = facts.target ?? memoryTarget();
  return {
    application,
    mapping,
    text,
    object: sourceObject(facts),
    target,
    executor: facts.live ? live(target) : dryRun(),
    world: stillWorld,
    ...(facts.signal && { signal: facts.signal }),
    ...(facts.lastKnown && { lastKnown: facts.lastKnown }),
  };
}

const ada = {
  objectId: "11111111-2222-3333-4444-555555555555",
  userPrincipalName: "ada@contoso.com",
  displayName: "Ada Lovelace",
  accountEnabled: true,
};

function sourceObject({ user, state, assigned }: RunFacts): SourceObject {
  return {
    id: ada.objectId,
    objectType: "User",
    attributes: new Map<string, Value>(Object.entries({ ...ada, ...user })),
    state: state ?? "present",
    assigned: assigned ?? true,
  };
}
