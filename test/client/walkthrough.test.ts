import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "../harness/manifest.ts";

const root = join(import.meta.dirname, "../..");

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

const { contributes }: Manifest = manifest;
const [walkthrough] = contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];
const client = globSync("client/src/walkthrough/*.ts", { cwd: root }).map(file =>
  readFileSync(join(root, file), "utf8"),
);
const views = Object.values(contributes.views).flat();
/** VS Code makes a command for each view. */
const commands = [...contributes.commands.map(({ command }) => command), ...views.map(({ id }) => `${id}.focus`)];

suite("walkthrough", () => {
  test("has the nine steps of Entra's checklist", () =>
    assert.deepEqual(
      steps.map(({ id }) => id),
      ["application", "mode", "credentials", "scope", "mappings", "test", "assign", "start", "monitor"],
    ));

  test("is opened by its name", () =>
    assert.ok(client.some(text => text.includes(`mapwright.mapwright#${walkthrough?.id}`))));

  test("has no page but those of its steps, each in English and under the name by which VS Code finds it in another language", () => {
    const pages = globSync("client/media/walkthrough/*", { cwd: root });
    const english = new Set(pages.map(page => page.replace(/\.nls\.[a-z]{2,3}(?:-[a-z]{2,4})?\.md$/, ".md")));
    assert.deepEqual([...english].toSorted(), steps.map(({ media }) => media.markdown).toSorted());
  });

  for (const { id, description, media, completionEvents } of steps) {
    test(`step ${id} has a page, and commands that exist`, () => {
      assert.ok(existsSync(join(root, media.markdown)), media.markdown);
      const named = [...description.matchAll(/command:([\w.]+)/g)].map(([, command]) => command ?? "");
      assert.deepEqual(
        named.filter(command => !commands.includes(command)),
        [],
      );
    });

    test(`step ${id} is completed by what the extension tells`, () => {
      const [event = "", ...others] = completionEvents;
      const [kind, name = ""] = event.split(":");
      assert.deepEqual(others, []);
      if (kind === "onCommand") assert.ok(commands.includes(name));
      else assert.ok(kind === "onContext" && told.includes(name), event);
    });
  }
});

/** The context keys of protocol's steps, and of the one that only the client sees. */
const protocol = readFileSync(join(root, "server/src/protocol/applications.ts"), "utf8");
const [, words = ""] = /export type SetupStep = (.*);/.exec(protocol) ?? [];
const told = [...words.matchAll(/"(\w+)"/g), ["", "connected"]].map(([, step]) => `mapwright.setup.${step}`);
