import { InputError } from "../connectors/inputError.ts";
import { cycleFigures } from "../connectors/scim/delivery/figures.ts";
import { readPages } from "../connectors/scim/readPages.ts";
import type { Resource } from "../engine/ports.ts";
import { chooseEnvironment } from "./choose.ts";
import { openDocument } from "./openDocument.ts";
import { type Means, openEnvironment } from "./openEnvironment.ts";
import { wireOf } from "./wireOf.ts";

/** Whose objects are read. */
export interface SnapshotSettings extends Means {
  /** The `.provmap` file. */
  readonly file: string;
  /** The name of an environment of mapwright.json. */
  readonly environment: string;
  readonly signal?: AbortSignal;
}

/** Some objects of a target, and how many of their kind it says it has. */
export interface SnapshotPage {
  readonly list: "users" | "groups";
  readonly resources: readonly Resource[];
  readonly totalResults: number;
}

/** What is read, without the members of groups, which Entra never reads. */
const endpoints = [
  ["users", "/Users"],
  ["groups", "/Groups?excludedAttributes=members"],
] as const;

/** How many objects a page has. */
const pageSize = 100;

/** Reads all users and then all groups that a target holds, and writes nothing. Throws InputError where the target does not give them all. */
export async function* readTarget(settings: SnapshotSettings): AsyncGenerator<SnapshotPage, void> {
  const { document, workspace } = await openDocument(settings.file);
  const environment = chooseEnvironment(settings.environment, workspace);
  const wire = wireOf(environment, document.configuration.application);
  const target = await openEnvironment(environment, document.configuration, wire, settings, cycleFigures);
  for (const [list, path] of endpoints) {
    for await (const page of readPages(target, path, pageSize, settings.signal)) {
      if (page.kind === "failure") throw new InputError(`${page.message} ${page.remedy}`);
      yield { list, resources: page.resources, totalResults: page.totalResults };
    }
  }
}
