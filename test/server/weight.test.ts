import assert from "node:assert/strict";
import { build } from "esbuild";

suite("The language server's start", () => {
  test("loads nothing that only a preview needs", async () => {
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
    const loaded = new Set<string>();
    const load = (file: string) => {
      if (loaded.has(file)) return;
      loaded.add(file);
      for (const { path, kind } of metafile.inputs[file]?.imports ?? []) if (kind !== "dynamic-import") load(path);
    };
    load("server/src/serve.ts");
    assert.ok(loaded.has("server/src/features/completion.ts"));
    assert.deepEqual(
      [...loaded].filter(file =>
        /node_modules\/(?:undici|scimmy|zod)\/|src\/(?:engine|connectors|session)\//.test(file),
      ),
      [],
    );
  });
});
