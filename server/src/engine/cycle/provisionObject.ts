import type { Value } from "../../functions/values.ts";
import type { Course } from "../course.ts";
import { withAttribute } from "../expression/attributeRow.ts";
import { mapObject } from "../flow/mappedValue.ts";
import { type MatchQuestion, matchQuestions } from "../match/matchQuestions.ts";
import { follow } from "../pipeline.ts";
import type { Executor, ScimRequest, SourceObject } from "../ports.ts";
import { shownName } from "../report/names.ts";
import { concealedIn } from "../report/reportCourse.ts";
import type { RecordedRequest } from "../result.ts";
import { live } from "../write/executor.ts";
import { type CycleContext, isHalted, type Lane } from "./cycleContext.ts";
import { heed } from "./heed.ts";
import { inParallel } from "./inParallel.ts";
import type { Intent } from "./jobStore.ts";
import type { Evaluated } from "./settle.ts";
import { settle } from "./settle.ts";

/** Provisions objects, as many at a time as the cycle allows, and never two that may be the same one in the target. */
export async function provisionAll(evaluated: Iterable<Evaluated>, context: CycleContext): Promise<void> {
  const { concurrency } = context.cycle;
  const keys = (one: Evaluated) => (concurrency > 1 ? keysOf(one, context) : []);
  const rules = { limit: concurrency, keysOf: keys, goesOn: () => !isHalted(context) };
  await inParallel(evaluated, rules, one => provisionObject(one, context));
}

/** Stands for all that an object is evaluated by; it can be stored, as it tells nothing of what the object holds. */
export function fingerprintOf({ state, assigned, attributes }: SourceObject, context: CycleContext): string {
  const { cycle, generation } = context;
  const held: Value[] = [generation, state, assigned];
  attributes.forEach((value, name) => {
    held.push(name, value);
  });
  return cycle.store.hash(JSON.stringify(held));
}

/** Runs one object through the pipeline, and stores what came of it. */
async function provisionObject(evaluated: Evaluated, context: CycleContext): Promise<void> {
  const { cycle, counts } = context;
  const began = cycle.world.now();
  const course = await follow(runOf(evaluated, context));
  heed(failedIn(course), context);
  if (isHalted(context) && course.ending.kind === "failure") return;
  counts.countImportedDeltas++;
  settle(evaluated, course, began, context);
  cycle.onProgress?.(counts, cycle.source.share());
}

/**
 * What two objects that must not be worked on at the same time have in common: the target's object, or the values by
 * which one would be looked for and created.
 */
function keysOf({ object, lane }: Evaluated, { cycle: { store, world } }: CycleContext): readonly string[] {
  const targetId = store.objects.find(object.id)?.targetId;
  if (targetId !== undefined) return [object.id, `${object.objectType} ${targetId}`];
  const questions = questionsAbout(object, lane, world);
  return [object.id, ...questions.map(({ attribute, value }) => `${attribute} ${value.toLowerCase()}`)];
}

function runOf({ object, lane }: Evaluated, context: CycleContext) {
  const { application, text, target, world, wire, verifies, signal, mappings } = context.cycle;
  return {
    ...(application && { application }),
    mapping: lane.mapping,
    compiled: lane.compiled,
    judge: lane.judge,
    redacted: lane.redacted,
    mappings,
    text,
    object,
    target,
    executor: intending(object, lane, context),
    world,
    wire,
    lastKnown: context.lastKnown(object.objectType),
    ...(verifies && { verifies }),
    ...(signal && { signal }),
  };
}

/** The requests that failed, as they may be stored: one of them may end the cycle, and is told as the reason. */
function failedIn(course: Course): readonly RecordedRequest[] {
  const { match, requests } = course;
  const failed = [...(match?.requests ?? []), ...requests].filter(({ failure }) => failure !== undefined);
  return failed.length === 0 ? failed : concealedIn(course, failed);
}

/**
 * Sends for real. Before a creation is sent, what the new object can be found by is stored, so that it is found again and
 * not created twice, whenever the process ends; and before the first change of an account, that it is managed from now on.
 */
function intending(object: SourceObject, lane: Lane, context: CycleContext): Executor {
  const { store, target } = context.cycle;
  const { write } = live(target);
  return {
    kind: "live",
    async write(request, signal, attempt) {
      const intent = intentOf(request, object, lane, context);
      if (intent === undefined) return write(request, signal, attempt);
      store.intents.add(intent);
      await store.stored();
      const answer = await write(request, signal, attempt);
      if (answer.kind === "failure" && !answer.isUncertain) store.intents.drop(object.id);
      return answer;
    },
  };
}

function intentOf(
  { method, path }: ScimRequest,
  object: SourceObject,
  lane: Lane,
  { cycle: { world }, lastKnown }: CycleContext,
): Intent | undefined {
  const { id: objectId, objectType } = object;
  const intent = { objectId, objectType, name: shownName(object, lane.redacted), mapping: lane.mapping.name.text };
  if (method === "POST") {
    const told = questionsAbout(object, lane, world).filter(({ value, shown }) => value === shown);
    return { ...intent, matching: told.map(({ attribute, value }) => ({ attribute, value })) };
  }
  if (method !== "PATCH" || lastKnown(objectType).manages?.(objectId)) return undefined;
  return { ...intent, matching: [], targetId: decodeURIComponent(path.slice(path.lastIndexOf("/") + 1)) };
}

function questionsAbout(
  object: SourceObject,
  { matching }: Lane,
  world: CycleContext["cycle"]["world"],
): readonly MatchQuestion[] {
  const attributes = withAttribute(object.attributes, "IsSoftDeleted", false);
  const questions = matchQuestions(mapObject(matching, attributes, world));
  return "errorCode" in questions ? [] : questions;
}
