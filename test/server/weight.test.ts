import assert from "node:assert/strict";
import { build, type Metafile } from "esbuild";

suite("The language server's start", () => {
  let metafile: Metafile;
  suiteSetup(async () => {
    ({ metafile } = await build({
      entryPoints: ["server/src/main.ts"],
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      outdir: "dist",
      write: false,
      metafile: true,
      logLevel: "silent",
    }));
  });

  /** A module with all that it imports at once. */
  const loaded = (entry: string) => {
    const files = new Set<string>();
    const load = (file: string) => {
      if (files.has(file)) return;
      files.add(file);
      for (const { path, kind } of metafile.inputs[file]?.imports ?? []) if (kind !== "dynamic-import") load(path);
    };
    load(entry);
    return [...files];
  };

  test("introduces the server before its languages are loaded", () => {
    const files = loaded("server/src/serve.ts");
    assert.ok(files.includes("server/src/capabilities.ts"));
    assert.deepEqual(
      files.filter(file => /src\/(?:language|functions|catalogue|model|validation)\//.test(file)),
      [],
    );
  });

  test("loads no library of the Language Server Protocol, of which the types are enough", () => {
    const files = [...loaded("server/src/serve.ts"), ...loaded("server/src/server.ts")];
    assert.deepEqual(
      files.filter(file => /node_modules\/vscode-languageserver(?:-protocol|-types)?\//.test(file)),
      [],
    );
  });

  test("loads nothing that only a preview needs", () => {
    const files = [...loaded("server/src/server.ts"), ...loaded("server/src/editing/askedFeatures.ts")];
    assert.ok(files.includes("server/src/features/completion.ts"));
    assert.deepEqual(
      files.filter(file =>
        /node_modules\/(?:undici|scimmy|zod)\/|src\/(?:engine|connectors|session|requests)\//.test(file),
      ),
      [],
    );
  });

  test("loads no words of rules and functions before a person asks for something", () => {
    const words = ["server/src/functions/documentedFunctions.ts", "server/src/validation/documentedRules.ts"];
    const files = loaded("server/src/server.ts");
    assert.ok(files.includes("server/src/validation/validate.ts"));
    assert.deepEqual(
      files.filter(file => words.includes(file) || file === "server/src/features/completion.ts"),
      [],
    );
    const asked = loaded("server/src/editing/askedFeatures.ts");
    assert.deepEqual(
      words.filter(file => !asked.includes(file)),
      [],
    );
  });

  test("is of a server that holds no messages of zod in other languages, as one that uses the whole of it does", () => {
    const held = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
    assert.deepEqual(
      held.filter(file => /\/zod\/.*\/locales\/(?!en\.)/.test(file)),
      [],
    );
  });
});
