import type { Run } from "../../server/src/engine/pipeline.ts";
import type { SourceObject, TargetSystem } from "../../server/src/engine/ports.ts";
import { dryRun, live } from "../../server/src/engine/write/executor.ts";
import type { Value } from "../../server/src/functions/values.ts";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import { findMapping } from "../../server/src/model/findMapping.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";
import { stillWorld } from "../engine/world.ts";

/** An object of the source as a test writes it; what is no attribute has its usual value if absent. */
export interface WrittenObject {
  readonly id: string;
  readonly type?: SourceObject["objectType"];
  readonly state?: SourceObject["state"];
  readonly assigned?: boolean;
  readonly attributes: Readonly<Record<string, Value>>;
}

/** A file, a directory, a target, and whom the run is about. */
export interface Scenario {
  /** Lines of the application block. */
  readonly application?: string;
  /** Members of the mapping of users, and of groups, where they are not the usual ones. */
  readonly users?: string;
  readonly groups?: string;
  /** Further blocks of the file. */
  readonly blocks?: string;
  readonly directory: readonly WrittenObject[];
  /** The id of the object that is run. */
  readonly subject: string;
  readonly target: TargetSystem;
  readonly live?: boolean;
  readonly run?: Partial<Run>;
}

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const usualUsers = `
  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName]
  title <- [jobTitle]
  ${enterprise}:manager <- [manager]`;

const usualGroups = `
  displayName <- [displayName] match 1
  externalId <- [objectId]
  members <- [members]`;

/** The run of a scenario. Throws where the file has a syntax problem, or the directory no such object. */
export function scenarioRun(scenario: Scenario): Run {
  const text = [
    `application "ServiceNow" { ${scenario.application ?? ""} }`,
    `mapping "Users" { source: User target: "${enterprise}" ${scenario.users ?? usualUsers} }`,
    `mapping "Groups" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" ${scenario.groups ?? usualGroups} }`,
    scenario.blocks ?? "",
  ].join("\n");
  const { file, problems } = parseProvmap(text);
  const { application, mappings } = readProvmap(file);
  const objects = new Map(scenario.directory.map(written => [written.id, sourceObject(written)]));
  const object = objects.get(scenario.subject);
  const mapping = findMapping(undefined, object?.objectType, mappings);
  if (problems[0] || !object || !mapping || !application) throw new Error(`${problems[0]?.message}\n${text}`);
  const { target } = scenario;
  return {
    application,
    mapping,
    mappings,
    text,
    object,
    directory: { find: id => objects.get(id) },
    target,
    executor: scenario.live ? live(target) : dryRun(),
    world: stillWorld,
    ...scenario.run,
  };
}

function sourceObject({ id, type = "User", state, assigned, attributes }: WrittenObject): SourceObject {
  const enabled = type === "User" ? { accountEnabled: true } : {};
  return {
    id,
    objectType: type,
    attributes: new Map<string, Value>(Object.entries({ objectId: id, ...enabled, ...attributes })),
    state: state ?? "present",
    assigned: assigned ?? true,
  };
}
