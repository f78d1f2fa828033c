import { rmSync } from "node:fs";
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { packageExtension } from "../../harness/packageExtension.ts";
import { installExtension } from "./codeServer.ts";
import { root } from "./paths.ts";

const staged: { folder?: Promise<string> } = {};

/** An extensions folder in which Mapwright is installed from its VSIX, made of what is built in this checkout: once, and until the process ends. */
export function stagedExtension(): Promise<string> {
  staged.folder ??= stage();
  return staged.folder;
}

async function stage(): Promise<string> {
  const extensions = await mkdtemp(`${tmpdir()}/mapwright-extensions-`);
  process.once("exit", () => rmSync(extensions, { recursive: true, force: true }));
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
