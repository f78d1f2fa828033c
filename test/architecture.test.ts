import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { folders, libraries } from "./harness/house.ts";

const root = join(import.meta.dirname, "..");

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = globSync("{client,server}/src/**/*.ts", { cwd: root }).flatMap(file => {
  const text = readFileSync(join(root, file), "utf8");
  const pattern =
    /^(?:import|export)(\s+type)?\s[^;"'=]*?from\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  return [...text.matchAll(pattern)].map(([, type, stated, bare, dynamic]) => ({
    file,
    from: folderOf(file),
    to: stated ?? bare ?? dynamic ?? "",
    typeOnly: type !== undefined,
  }));
});

function folderOf(file: string): string {
  const parts = normalize(file).split(sep);
  if (parts[0] === "client") return "client";
  if (parts[2] === "protocol.ts") return "protocol";
  return parts.length > 3 ? (parts[2] ?? "") : "server";
}

function targetOf({ file, to }: Pick<Import, "file" | "to">): string {
  return relative(root, join(root, dirname(file), to));
}

const inside = imports.filter(({ to }) => to.startsWith("."));
const outside = imports.filter(({ to }) => !to.startsWith("."));

suite("architecture", () => {
  for (const folder of [...Object.keys(folders), "protocol"]) {
    test(`${folder} imports only the folders it may`, () => {
      const allowed = [...(folders[folder] ?? ["engine"]), folder];
      const wrong = inside
        .filter(({ from }) => from === folder)
        .filter(({ file, to }) => {
          const target = targetOf({ file, to });
          return !target.endsWith(".json") && !allowed.includes(folderOf(target));
        });
      assert.deepEqual(wrong, []);
    });

    test(`${folder} uses only its libraries`, () => {
      const allowed = libraries[folder] ?? [];
      const wrong = outside
        .filter(({ from }) => from === folder)
        .filter(({ to }) => {
          const name = /^node(?=:)|^@[^/]+\/[^/]+|^[^/]+/.exec(to)?.[0];
          return name === undefined || !allowed.includes(name);
        });
      assert.deepEqual(wrong, []);
    });
  }

  test("no files import each other in a circle", () => {
    const imported = Map.groupBy(inside, ({ file }) => file);
    const circular = new Set(imported.keys());
    const isFree = (file: string) => !imported.get(file)?.some(each => circular.has(targetOf(each)));
    for (let size = 0; size !== circular.size; ) {
      size = circular.size;
      for (const file of circular) if (isFree(file)) circular.delete(file);
    }
    assert.deepEqual([...circular], [], "these are in a circle, or import one that is");
  });

  test("only connectors, session, cli and the server know clock and chance", () => {
    const pure = ["language", "functions", "catalogue", "model", "validation", "features", "engine"];
    const worldly = globSync(`server/src/{${pure.join(",")}}/**/*.ts`, { cwd: root }).filter(file =>
      /\b(?:Date\.now\(|new Date\(\)|Math\.random\(|process\.|setTimeout\()/.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
    assert.deepEqual(worldly, []);
  });

  test("the top level holds what the house says", () => {
    const known = [
      "client",
      "server",
      "syntaxes",
      "samples",
      "test",
      "package.json",
      "tsconfig.json",
      "language-configuration.json",
      "README.md",
    ];
    const customary = [
      "package-lock.json",
      "package.nls.json",
      "LICENSE",
      "CHANGELOG.md",
      "biome.json",
      "esbuild.mjs",
      "node_modules",
      "dist",
    ];
    const found = globSync("*", { cwd: root }).filter(name => !name.startsWith(".") && !name.endsWith(".vsix"));
    assert.deepEqual(
      found.filter(name => ![...known, ...customary].includes(name)),
      [],
    );
  });
});
