import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** A folder of one test. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** A copy of samples/contoso in which a test may write; what a sandbox has kept there is left out. */
export async function copyOfSamples(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), "mapwright-"));
  await cp("samples/contoso", path, { recursive: true, filter: source => basename(source) !== ".mapwright" });
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
