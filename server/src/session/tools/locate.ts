import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { InputError } from "../../connectors/inputError.ts";
import type { ToolSurroundings } from "./tool.ts";

/**
 * The absolute path of a file that a tool may read: one in the folders, links followed. Throws InputError for any other,
 * since what a model asks for may come from a text that somebody else wrote.
 */
export async function locate(file: string, { folders }: Pick<ToolSurroundings, "folders">): Promise<string> {
  if (!/\.(?:provmap|json)$/i.test(file))
    throw new InputError(`${file} is neither a .provmap file nor JSON. Name one that is.`);
  const candidates = isAbsolute(file) ? [file] : folders.map(folder => resolve(folder, file));
  for (const candidate of candidates) {
    const path = await realpath(candidate).catch(() => undefined);
    if (path !== undefined && (await isInside(path, folders))) return path;
  }
  throw new InputError(`There is no ${file} in ${folders.join(", ") || "any folder"}. Name a file of the workspace.`);
}

async function isInside(path: string, folders: readonly string[]): Promise<boolean> {
  const real = await Promise.all(folders.map(folder => realpath(folder).catch(() => folder)));
  return real.some(folder => {
    const way = relative(folder, path);
    return way !== "" && !way.startsWith("..") && !isAbsolute(way);
  });
}
