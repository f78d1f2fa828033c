import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import texts from "../../package.nls.json" with { type: "json" };
import { manifest } from "../harness/manifest.ts";

const root = join(import.meta.dirname, "../..");

interface Item {
  readonly command?: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly icon?: string }[];
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly keybindings: readonly Item[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
  };
}

const { contributes }: Manifest = manifest;
const commands = contributes.commands.map(({ command }) => command);
const views = contributes.views.mapwright ?? [];
const client = globSync("client/src/**/*.ts", { cwd: root }).map(file => readFileSync(join(root, file), "utf8"));

suite("what package.json contributes", () => {
  for (const [menu, items] of Object.entries({ ...contributes.menus, keybindings: contributes.keybindings })) {
    test(`${menu} names commands that exist`, () =>
      assert.deepEqual(
        items.flatMap(({ command }) => (command === undefined || commands.includes(command) ? [] : [command])),
        [],
      ));
  }

  test("every command is registered", () =>
    assert.deepEqual(
      commands.filter(command => !client.some(text => text.includes(`"${command}"`))),
      [],
    ));

  test("what stands in a row or a title is an icon", () => {
    const shown = Object.entries(contributes.menus)
      .filter(([menu]) => menu.startsWith("view/"))
      .flatMap(([, items]) => items.filter(item => /inline|navigation/.test(JSON.stringify(item))));
    assert.deepEqual(
      shown.filter(({ command }) => contributes.commands.find(one => one.command === command)?.icon === undefined),
      [],
    );
  });

  test("the container has its views, each with an icon and a provider", () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      ["mapwright"],
    );
    for (const { id, icon } of views) {
      assert.match(icon, /^\$\([\w-]+\)$/, id);
      assert.ok(
        client.some(text => text.includes(`"${id}"`)),
        id,
      );
    }
  });

  for (const { id } of views) {
    test(`${id} welcomes who has no folder, with the next step`, () => {
      const welcomes = contributes.viewsWelcome.filter(({ view }) => view === id);
      const noFolder = welcomes.find(({ when }) => /workspaceFolderCount == 0/.test(when));
      assert.match(noFolder?.contents ?? "", /\(command:/);
      if (id !== "mapwright.applications")
        assert.ok(
          welcomes.some(({ contents }) => contents.includes("command:workbench.trust.manage")),
          "who does not trust the workspace is told what to do",
        );
    });
  }

  test("welcomes name commands of ours that exist", () => {
    const named = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/command:(mapwright\.\w+)/g)].map(([, command]) => command ?? ""),
    );
    assert.deepEqual(
      named.filter(command => !commands.includes(command)),
      [],
    );
  });
});

/** The fields of package.json that a person reads. A view has its title in `name`; of a tool the model reads the rest. */
const read = new Set(
  "title contextualTitle contents description markdownDescription enumDescriptions displayName userDescription".split(
    " ",
  ),
);

function readIn(value: unknown, isRead = false): readonly string[] {
  if (typeof value === "string") return isRead ? [value] : [];
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap(one => readIn(one, isRead));
  return Object.entries(value)
    .filter(([field]) => field !== "inputSchema")
    .flatMap(([field, one]) => readIn(one, read.has(field)));
}

suite("the texts of package.json", () => {
  const { capabilities, contributes: raw } = packageJson;
  const names = Object.values(raw.views).flatMap(all => all.map(({ name }) => name));
  const shown = [
    ...readIn(capabilities),
    ...readIn(raw),
    ...names,
    ...raw.languages.flatMap(({ aliases }) => aliases[0] ?? []),
  ];

  test("stand in package.nls.json, but for the product's own name", () =>
    assert.deepEqual(
      shown.filter(text => !/^%.+%$/.test(text) && text !== "Mapwright"),
      [],
    ));

  test("are each used", () =>
    assert.deepEqual(
      Object.keys(texts).toSorted(),
      [...new Set(shown.filter(text => text !== "Mapwright").map(text => text.slice(1, -1)))].toSorted(),
    ));
});
