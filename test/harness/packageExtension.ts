import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";

const root = join(import.meta.dirname, "..", "..");

/** Packs the extension into a VSIX as `npm run package` does, at this path, without a word. */
export async function packageExtension(packagePath: string): Promise<void> {
  const { log, warn } = console;
  Object.assign(console, { log: () => undefined, warn: () => undefined });
  const options = {
    readmePath: "dist/README.md",
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  };
  await createVSIX({ cwd: root, packagePath, ...options }).finally(() => {
    Object.assign(console, { log, warn });
  });
}
