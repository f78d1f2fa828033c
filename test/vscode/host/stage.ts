import { cp, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { root } from "./paths.ts";

const shipped = ["package.json", "dist", "client/media", "syntaxes", "language-configuration.json"];

/** A new extensions folder that holds Mapwright as it is built in this checkout. */
export async function stageExtension(): Promise<string> {
  const { publisher, name, version } = JSON.parse(await readFile(`${root}/package.json`, "utf8"));
  const extensions = await mkdtemp(`${tmpdir()}/mapwright-extensions-`);
  const folder = `${extensions}/${publisher}.${name}-${version}`;
  await Promise.all(shipped.map(part => cp(`${root}/${part}`, `${folder}/${part}`, { recursive: true })));
  return extensions;
}

/** A new folder with a copy of the sample workspace, free to be edited, without what a sandbox left in it. */
export async function copySample(): Promise<string> {
  const folder = await mkdtemp(`${tmpdir()}/mapwright-contoso-`);
  await cp(`${root}/samples/contoso`, folder, { recursive: true, filter: path => !path.endsWith("/.mapwright") });
  return folder;
}
