import * as l10n from "@vscode/l10n";
import type { ObjectMapping } from "../../model/configuration.ts";
import { findMapping } from "../../model/findMapping.ts";
import type { Run } from "../course.ts";
import { type CompiledMapping, compileMapping } from "../flow/compiledMapping.ts";
import { mapObject } from "../flow/mappedValue.ts";
import { findMatch } from "../match/match.ts";
import type { SourceObject } from "../ports.ts";
import { objectName, targetName } from "../report/names.ts";
import type { RecordedRequest } from "../result.ts";
import { judgeScope, type ScopeVerdict, scopedAttributes } from "../scope/scope.ts";
import type { Holder } from "./holder.ts";

/** An object that another one points to: what the target knows it by, or why it is left out. */
export interface Referenced {
  readonly objectId: string;
  readonly displayName: string;
  readonly objectType?: SourceObject["objectType"];
  readonly targetId?: string;
  /** Why it is not pointed to, although the source does. */
  readonly leftOut?: string;
  readonly requests: readonly RecordedRequest[];
}

/** Finds objects that a run's object points to. */
export type Resolve = (objectId: string) => Promise<Referenced>;

/**
 * Resolves references of a run: the object must be in scope (how-provisioning-works, known-issues), and be known from an
 * earlier run or be found in the target by the matching attributes of its own mapping.
 */
export function resolver(run: Run, holder: Holder): Resolve {
  const compiled = new Map<ObjectMapping, readonly CompiledMapping[]>();
  const matching = (mapping: ObjectMapping) => {
    const known = compiled.get(mapping);
    if (known !== undefined) return known;
    const made = compileMapping(mapping, run.text).filter(one => one.mapping.matchingPrecedence !== undefined);
    compiled.set(mapping, made);
    return made;
  };
  return async objectId => {
    const object = objectId === run.object.id ? run.object : run.directory?.find(objectId);
    if (object === undefined) return leftOut(objectId, l10n.t`the directory has no object ${objectId}`);
    if (object.id === run.object.id) return { ...describe(object, run.mapping), targetId: holder.id };
    const mapping = mappingOf(object, run);
    const described = describe(object, mapping);
    if (!mapping?.enabled)
      return { ...described, leftOut: l10n.t`no enabled mapping provisions a ${object.objectType}` };
    const scope = judgeScope(run.application?.scope ?? "assigned", mapping, object, run.world.regexSteps);
    const outside = outOfScope(described.displayName, object, scope);
    if (outside !== undefined) return { ...described, leftOut: outside };
    const linked = run.lastKnown?.targetId(object.id);
    if (linked !== undefined) return { ...described, targetId: linked };
    const mapped = mapObject(matching(mapping), scopedAttributes(object, scope), run.world);
    const { found, failure, requests } = await findMatch(mapped, mapping.targetObject.text, run, "reference");
    if (found !== undefined) return { ...described, targetId: found.id, requests };
    const missing = failure?.reason.replace(/\.$/, "") ?? l10n.t`${described.displayName} is not in ${targetName(run)}`;
    return { ...described, leftOut: missing, requests };
  };
}

function mappingOf({ objectType }: SourceObject, { mapping, mappings }: Run): ObjectMapping | undefined {
  return mapping.sourceObject.text === objectType ? mapping : findMapping(undefined, objectType, mappings ?? []);
}

function leftOut(objectId: string, reason: string): Referenced {
  return { objectId, displayName: objectId, leftOut: reason, requests: [] };
}

function describe(object: SourceObject, mapping: ObjectMapping | undefined): Referenced {
  const { id, objectType } = object;
  return { objectId: id, objectType, displayName: objectName(object, mapping), requests: [] };
}

/** What stands in the way. No value of the object is told but its name. */
function outOfScope(name: string, { state, assigned }: SourceObject, scope: ScopeVerdict): string | undefined {
  if (state !== "present") return l10n.t`${name} was deleted in Microsoft Entra ID`;
  if (scope.leftAlone) return l10n.t`${name} is left alone by an input or category filter`;
  if (scope.entitled) return undefined;
  return assigned
    ? l10n.t`${name} is out of scope: no scoping filter lets it in`
    : l10n.t`${name} is out of scope: it is not assigned`;
}
