import { existsSync } from "node:fs";

/**
 * The module that a thread runs: the source itself in a checkout; in the bundle, whose modules lie in `dist` or a folder
 * of it, the one of that name. Throws where neither is there.
 */
export function threadFile(source: URL, bundled: string): URL {
  const places = [source, ...[`./${bundled}.js`, `../${bundled}.js`].map(place => new URL(place, source))];
  const found = places.find(place => existsSync(place));
  if (found === undefined) throw new Error(`The module "${bundled}" of a thread is missing beside ${source}.`);
  return found;
}
