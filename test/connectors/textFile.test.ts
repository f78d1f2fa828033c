import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Encoding, encode, readEncodedText, writeText } from "../../server/src/connectors/textFile.ts";

const text = '{"name": "Åsa 😀",\r\n"n": 1}\n';
const utf16 = Buffer.from(text, "utf16le");
const forms: readonly (readonly [what: string, bytes: Buffer, encoding: Encoding])[] = [
  ["UTF-8", Buffer.from(text), { name: "utf-8", mark: false }],
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`), { name: "utf-8", mark: true }],
  ["UTF-16, little end first", Buffer.from(`\uFEFF${text}`, "utf16le"), { name: "utf-16le", mark: true }],
  ["UTF-16, big end first", Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), { name: "utf-16be", mark: true }],
  ["UTF-16 without a mark", utf16, { name: "utf-16le", mark: false }],
  ["UTF-16 without a mark, big end first", Buffer.from(utf16).swap16(), { name: "utf-16be", mark: false }],
];

suite("A text file", () => {
  let folder = "";
  setup(async () => {
    folder = await mkdtemp(join(tmpdir(), "mapwright-"));
  });
  teardown(() => rm(folder, { recursive: true }));

  for (const [what, bytes, encoding] of forms) {
    test(`in ${what} is read, and written as it was`, async () => {
      const path = join(folder, "text.json");
      await writeFile(path, bytes);
      const read = await readEncodedText(path);
      assert.deepEqual(read, { text, encoding });
      await writeText(path, encode(read));
      assert.deepEqual(await readFile(path), bytes);
    });
  }

  const unreadable = [
    Buffer.from([0x7b, 0xc3, 0x28]),
    Buffer.from([0xff, 0xfe, 0x00]),
    Buffer.from([0xff, 0xfe, 0, 0xd8]),
  ];
  for (const bytes of unreadable) {
    test(`of the bytes ${bytes.toString("hex")} is refused`, async () => {
      const path = join(folder, "text.json");
      await writeFile(path, bytes);
      await assert.rejects(readEncodedText(path), {
        name: "InputError",
        message: `${path}: the file is not UTF-8 or UTF-16 text. Save it as UTF-8.`,
      });
    });
  }

  test("that is empty is empty", async () => {
    await writeFile(join(folder, "text.json"), "");
    assert.equal((await readEncodedText(join(folder, "text.json"))).text, "");
  });
});
