import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The paths of the files below a folder whose names end so. Hidden folders and node_modules are left out, and what cannot be read. */
export async function findFiles(folder: string, ending: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isLeftOut(entry.name) ? [] : findFiles(path, ending);
      return entry.isFile() && entry.name.endsWith(ending) ? [path] : [];
    }),
  );
  return found.flat();
}

function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
