import assert from "node:assert/strict";
import { build } from "esbuild";

suite("The language server's start", () => {
  /** A module with all that it imports at once. */
  const loaded = async (entry: string) => {
    const { metafile } = await build({
      entryPoints: ["server/src/main.ts"],
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      outdir: "dist",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const files = new Set<string>();
    const load = (file: string) => {
      if (files.has(file)) return;
      files.add(file);
      for (const { path, kind } of metafile.inputs[file]?.imports ?? []) if (kind !== "dynamic-import") load(path);
    };
    load(entry);
    return [...files];
  };

  test("introduces the server before its languages are loaded", async () => {
    const files = await loaded("server/src/serve.ts");
    assert.ok(files.includes("server/src/capabilities.ts"));
    assert.deepEqual(
      files.filter(file => /src\/(?:language|functions|catalogue|model|validation)\//.test(file)),
      [],
    );
  });

  test("loads nothing that only a preview needs", async () => {
    const files = await loaded("server/src/server.ts");
    assert.ok(files.includes("server/src/features/completion.ts"));
    assert.deepEqual(
      files.filter(file => /node_modules\/(?:undici|scimmy|zod)\/|src\/(?:engine|connectors|session)\//.test(file)),
      [],
    );
  });
});
