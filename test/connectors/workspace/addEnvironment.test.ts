import assert from "node:assert/strict";
import { join } from "node:path";
import { addEnvironment, withEnvironment } from "../../../server/src/connectors/workspace/addEnvironment.ts";
import { loadWorkspace } from "../../../server/src/connectors/workspace/loadWorkspace.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../../harness/workspace.ts";

const learning = { endpoint: "https://learning.example/scim" };

suite("adding an environment to mapwright.json", () => {
  const rows: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      "keeps comments and the order of members",
      '{\n  // Ours.\n  "environments": {\n    "test": { "endpoint": "sandbox" } // the first\n  },\n  "directory": "d.json"\n}\n',
      '{\n  // Ours.\n  "environments": {\n    "test": { "endpoint": "sandbox" }, // the first\n    "learning": {\n      "endpoint": "https://learning.example/scim"\n    }\n  },\n  "directory": "d.json"\n}\n',
    ],
    [
      "goes on behind a comma that is there already",
      '{\n  "environments": {\n    "test": { "endpoint": "sandbox" },\n  }\n}',
      '{\n  "environments": {\n    "test": { "endpoint": "sandbox" },\n    "learning": {\n      "endpoint": "https://learning.example/scim"\n    }\n  }\n}',
    ],
    [
      "replaces one of the name where it stands",
      '{\n  "environments": {\n    "learning": { "endpoint": "sandbox" },\n    "test": { "endpoint": "sandbox" }\n  }\n}',
      '{\n  "environments": {\n    "learning": {\n      "endpoint": "https://learning.example/scim"\n    },\n    "test": { "endpoint": "sandbox" }\n  }\n}',
    ],
    [
      "adds the member that holds them",
      '{\n\t"directory": "d.json"\n}\n',
      '{\n\t"directory": "d.json",\n\t"environments": {\n\t\t"learning": {\n\t\t\t"endpoint": "https://learning.example/scim"\n\t\t}\n\t}\n}\n',
    ],
    [
      "ends lines as the file does",
      '{\r\n    "environments": {}\r\n}\r\n',
      '{\r\n    "environments": {\r\n        "learning": {\r\n            "endpoint": "https://learning.example/scim"\r\n        }\r\n    }\r\n}\r\n',
    ],
    [
      "fills an empty object",
      "{}",
      '{\n  "environments": {\n    "learning": {\n      "endpoint": "https://learning.example/scim"\n    }\n  }\n}',
    ],
  ];
  for (const [what, before, after] of rows) {
    test(what, () => assert.equal(withEnvironment(before, "learning", learning), after));
  }

  let files: TemporaryWorkspace;
  setup(async () => {
    files = await temporaryWorkspace({ "mapwright.json": { environments: { learning } }, "apps/a.provmap": "" });
  });
  teardown(() => files.remove());
  const other = { endpoint: "https://other.example/scim" };
  const apps = () => join(files.folder, "apps");

  test("changes the nearest file upward", async () => {
    const { file, content } = await addEnvironment(apps(), "other", other, false);
    assert.equal(file, join(files.folder, "mapwright.json"));
    await files.write("mapwright.json", content);
    const { environments } = await loadWorkspace(apps());
    assert.deepEqual(
      Object.entries(environments).map(([name, { endpoint, write }]) => [name, endpoint, write]),
      [
        ["sandbox", "sandbox", true],
        ["learning", learning.endpoint, false],
        ["other", other.endpoint, false],
      ],
    );
  });

  test("leaves a file alone that says it already", async () => {
    assert.equal((await addEnvironment(apps(), "learning", learning, false)).content, undefined);
  });

  test("never replaces another environment of the name unless it is asked to", async () => {
    await assert.rejects(addEnvironment(apps(), "learning", other, false), {
      name: "InputError",
      message: /mapwright\.json: the environment "learning" exists already, with the endpoint https:\/\/learning\./,
    });
    const { content } = await addEnvironment(apps(), "learning", other, true);
    assert.deepEqual(JSON.parse(`${content}`), { environments: { learning: other } });
  });

  test("keeps the encoding of the file", async () => {
    await files.write("mapwright.json", Buffer.from('\uFEFF{ "environments": {} }', "utf16le"));
    const { content } = await addEnvironment(files.folder, "learning", learning, false);
    assert.match(
      Buffer.from(content ?? []).toString("utf16le"),
      /^\uFEFF{\n {2}"environments": {\n {4}"learning": {\n/,
    );
  });
});
