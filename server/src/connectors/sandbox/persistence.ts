import { mkdir, readdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import { InputError } from "../inputError.ts";
import { readJsonFile, refused } from "../jsonFile.ts";
import type { Store, Stored } from "./store.ts";

/** One type's resources on disk. */
export interface ResourceFile {
  /** What the file held when it was opened; undefined where there was none. */
  readonly initial: readonly Stored[] | undefined;
  readonly keep: (store: Store) => Kept;
}

/** A store and its file, kept alike. */
export interface Kept {
  /** Writes what the store has by then, whole or not at all. Calls during a write share the next one. */
  readonly save: () => Promise<void>;
  /** Takes over what another process wrote since; throws InputError where that cannot be read. */
  readonly refresh: () => Promise<void>;
}

const resources = z.array(
  z.looseObject(
    { id: z.string({ error: () => l10n.t("must be a text in double quotes") }) },
    { error: () => l10n.t("must be an object: one resource") },
  ),
  { error: () => l10n.t("must be a list of resources") },
);

/** Opens `users.json` or `groups.json` of a data folder, which is created where it is missing. Throws InputError where that cannot be, and changes nothing. */
export async function openResourceFile(folder: string, name: string): Promise<ResourceFile> {
  const path = join(folder, name);
  const initial = (await filesIn(folder)).includes(name) ? await readResources(path) : undefined;
  let known = await modified(path);
  return {
    initial,
    keep: store => {
      let saving = 0;
      const write = inTurn(async () => {
        await replaceFile(path, `${JSON.stringify(store.all(), null, 2)}\n`);
        known = await modified(path);
      });
      return {
        async save() {
          saving++;
          await write().finally(() => saving--);
        },
        async refresh() {
          const now = await modified(path);
          if (saving > 0 || now === known || now === undefined) return;
          store.reset(await readResources(path));
          known = now;
        },
      };
    },
  };
}

/** When the file was last written, in nanoseconds; undefined where there is none. */
async function modified(path: string): Promise<bigint | undefined> {
  return stat(path, { bigint: true }).then(
    ({ mtimeNs }) => mtimeNs,
    () => undefined,
  );
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return await readdir(folder);
  } catch (error) {
    throw new InputError(
      l10n.t`${folder}: the sandbox cannot keep its data in this folder (${(error as Error).message}). Name another.`,
      { cause: error },
    );
  }
}

async function readResources(path: string): Promise<readonly Stored[]> {
  const file = await readJsonFile(path);
  const parsed = resources.safeParse(file.value);
  if (!parsed.success) {
    throw refused(file, parsed.error.issues);
  }
  return parsed.data;
}

/** A crash leaves either the former file or the new one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

/** Runs a task one at a time. A call before the next run has begun gets that run. */
function inTurn(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running.then(() => {
      next = undefined;
      return task();
    });
    running = next.catch(() => undefined);
    return next;
  };
}
