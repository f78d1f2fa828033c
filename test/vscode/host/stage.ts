import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { packageExtension } from "../../harness/packageExtension.ts";
import { installExtension } from "./codeServer.ts";
import { root } from "./paths.ts";

/** A new extensions folder in which Mapwright is installed from its VSIX, made of what is built in this checkout. */
export async function stageExtension(): Promise<string> {
  const extensions = await mkdtemp(`${tmpdir()}/mapwright-extensions-`);
  const vsix = `${extensions}/mapwright.vsix`;
  await packageExtension(vsix);
  await installExtension(vsix, extensions);
  return extensions;
}

/** A new folder with a copy of the sample workspace, free to be edited, without what a sandbox left in it. */
export async function copySample(): Promise<string> {
  const folder = await mkdtemp(`${tmpdir()}/mapwright-contoso-`);
  await cp(`${root}/samples/contoso`, folder, { recursive: true, filter: path => !path.endsWith("/.mapwright") });
  return folder;
}
