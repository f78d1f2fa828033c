import * as l10n from "@vscode/l10n";
import { readSnapshot } from "../connectors/directory/readSnapshot.ts";
import { InputError } from "../connectors/inputError.ts";
import type { OpenStore } from "../connectors/store/openStore.ts";
import type { ExportedValues } from "../engine/cycle/jobStore.ts";
import { snapshotState, type TargetState } from "../engine/impact/targetState.ts";
import { parseTargetPath } from "../engine/paths/targetPath.ts";
import type { Resource } from "../engine/ports.ts";
import { createBody } from "../engine/requests/createBody.ts";
import type { TargetValue } from "../engine/requests/targetValue.ts";
import { defaultWire } from "../engine/requests/wire.ts";
import type { Configuration } from "../model/configuration.ts";
import { hasRun, locateJob, lookAtJob } from "./jobFile.ts";

/** Where the state of a target is taken from; without either, nothing is known of it. */
export interface StateSource {
  /** A file of SCIM resources. */
  readonly snapshot?: string;
  /** The environment whose cycles left a store behind. */
  readonly environment?: string;
}

/** Works with what is known of a target. Throws InputError for a file or a store that cannot be read. */
export async function withKnownState<T>(
  file: string,
  { snapshot, environment }: StateSource,
  configuration: Configuration,
  work: (state: TargetState | undefined) => Promise<T>,
): Promise<T> {
  if (snapshot !== undefined) return work(snapshotState(await readSnapshot(snapshot)));
  if (environment === undefined) return work(undefined);
  const job = await locateJob({ file, environment });
  if (!hasRun(job))
    throw new InputError(
      l10n.t`${file}: no cycle has run in the environment "${environment}", so that nothing is known of its accounts. Run one, or leave --environment out.`,
    );
  return lookAtJob(job, store => work(storedState(store, configuration)));
}

/** What the cycles of a job have left in the target, as far as their store knows. */
function storedState({ objects }: OpenStore, { mappings }: Configuration): TargetState {
  return {
    linked: objectId => {
      const known = objects.find(objectId);
      if (known?.targetId === undefined) return undefined;
      const mapping = mappings.find(({ sourceObject }) => sourceObject.text === known.objectType);
      const resource = resourceOf(mapping?.targetObject.text ?? known.objectType, objects.exported(objectId), mapping);
      return { id: known.targetId, resource: { ...resource, id: known.targetId } };
    },
    having: () => [],
    manages: objectId => {
      const standing = objects.find(objectId)?.standing;
      return standing === "inScope" || standing === "disabled";
    },
  };
}

/** A resource with these values; those of which only a hash is stored are left out. */
function resourceOf(
  targetObject: string,
  exported: ExportedValues,
  mapping: Configuration["mappings"][number] | undefined,
): Resource {
  const values = Object.entries(exported).flatMap(([target, value]): TargetValue[] => {
    const path = parseTargetPath(target);
    if (path.kind !== "path" || value === null || isHash(value)) return [];
    return [{ target, path, type: mapping?.targetAttributes.byName.get(target)?.type ?? "String", value }];
  });
  return JSON.parse(createBody(targetObject, values, defaultWire));
}

function isHash(value: ExportedValues[string]): value is { readonly hash: string } {
  return typeof value === "object" && value !== null && "hash" in value;
}
