import { type Position, readJsonFile } from "../jsonFile.ts";
import type { Workspace } from "./loadWorkspace.ts";

/** Where a `mapwright.json` names a secret: once for each environment that uses it. Throws InputError for a file that cannot be read. */
export async function locateSecret(
  { configurationFile, environments }: Workspace,
  name: string,
): Promise<readonly Position[]> {
  if (configurationFile === undefined) return [];
  const file = await readJsonFile(configurationFile);
  return Object.entries(environments)
    .filter(([, { authentication }]) => "secret" in authentication && authentication.secret === name)
    .map(([environment]) => file.position(["environments", environment, "authentication", "secret"]));
}
