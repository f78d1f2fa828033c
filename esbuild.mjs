import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const shared = {
  bundle: true,
  platform: "node",
  target: "node22",
  minify: true,
  sourcemap: process.argv.includes("--sourcemap"),
  metafile: true,
  logLevel: "warning",
};

rmSync("dist", { recursive: true, force: true });

/** The extension is CommonJS, as every release of VS Code loads it. */
await build({
  ...shared,
  format: "cjs",
  entryPoints: { extension: "client/src/extension.ts" },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  external: ["vscode"],
});

/** What is imported dynamically is loaded only by a run that needs it. */
const modules = {
  ...shared,
  format: "esm",
  splitting: true,
  // jsonc-parser's `main` is UMD, whose inner requires no bundler follows.
  mainFields: ["module", "main"],
  // Its other form is CommonJS, which each module that tells something would wrap again.
  alias: { "@vscode/l10n": "@vscode/l10n/dist/browser.js" },
  outdir: "dist",
  banner: {
    js: 'import{createRequire as mapwrightRequire}from"node:module";const require=mapwrightRequire(import.meta.url);',
  },
};

await build({
  ...modules,
  entryPoints: {
    server: "server/src/main.ts",
    sandbox: "server/src/connectors/sandbox/worker.ts",
    impact: "server/src/requests/impactThread.ts",
  },
  chunkNames: "chunks/[name]-[hash]",
});

/** The command line shares no chunks with the server, which would be in more pieces and start later; the extension ships without it. */
await build({ ...modules, entryPoints: { cli: "server/src/cli/main.ts" }, chunkNames: "commands/[name]-[hash]" });

/** The extension's README goes without the tour, a picture as large as half of the extension. */
writeFileSync(
  "dist/README.md",
  readFileSync("README.md", "utf8").replace(/^!\[.*\]\(client\/media\/tour\.webp\)\n\n/m, ""),
);
