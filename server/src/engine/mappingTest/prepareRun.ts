import * as l10n from "@vscode/l10n";
import { testInstant } from "../../catalogue/properties.ts";
import { defaultAssumptions } from "../../functions/assumptions.ts";
import type { Configuration, ObjectMapping } from "../../model/configuration.ts";
import { findMapping } from "../../model/findMapping.ts";
import { instantOf } from "../../model/instant.ts";
import type { MappingTest } from "../../model/mappingTest.ts";
import type { Run } from "../course.ts";
import { seededRandom } from "../expression/seededRandom.ts";
import type { World } from "../expression/world.ts";
import { dryRun } from "../write/executor.ts";
import type { ObservedRun } from "./coverage/observedRun.ts";
import { existingTarget } from "./existingTarget.ts";
import type { Obstacle } from "./obstacle.ts";
import { type FindObject, testObject } from "./testObject.ts";

/** What a test needs of its file and of the directory. */
export interface TestBench {
  readonly configuration: Pick<Configuration, "application" | "mappings">;
  /** The text that the configuration's spans point into. */
  readonly text: string;
  readonly findObject: FindObject;
  /** Told of every run, with what the parts of its expressions gave. */
  readonly observe?: (run: ObservedRun) => void;
}

/** The run of a test, or why there is none. Its clock stands still and its chance repeats itself, so that a test gives the same result always. */
export function prepareRun(test: MappingTest, { configuration, text, findObject }: TestBench): Run | Obstacle {
  const { name, now, expectations } = test;
  if (expectations.length === 0)
    return { obstacle: l10n.t("The test expects nothing: add expect create { … }."), span: name.span };
  const mapping = testedMapping(test, configuration.mappings);
  if ("obstacle" in mapping) return mapping;
  const object = testObject(test, mapping, findObject);
  if ("obstacle" in object) return object;
  const target = existingTarget(test.existing, mapping);
  if ("obstacle" in target) return target;
  const instant = instantOf(now?.text ?? testInstant);
  if (instant === undefined)
    return { obstacle: l10n.t("'now' takes an instant, such as 2026-01-31T09:00:00Z."), span: now?.span ?? name.span };
  const { application } = configuration;
  const world = worldAt(instant);
  return { mapping, text, object, target, executor: dryRun(), world, ...(application && { application }) };
}

function testedMapping(
  { name, mapping, subjects }: MappingTest,
  mappings: readonly ObjectMapping[],
): ObjectMapping | Obstacle {
  const objectType = subjects[0]?.objectType;
  const found = findMapping(mapping?.text, objectType, mappings);
  if (found !== undefined) return found;
  if (mapping !== undefined)
    return { obstacle: l10n.t`The file has no mapping "${mapping.text}".`, span: mapping.span };
  return { obstacle: l10n.t`The file has no mapping with source: ${objectType ?? "User"}.`, span: name.span };
}

function worldAt(instant: number): World {
  return {
    now: () => instant,
    random: seededRandom(0),
    assumptions: defaultAssumptions,
    jobParameters: new Map(),
  };
}
