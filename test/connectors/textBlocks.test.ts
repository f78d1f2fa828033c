import assert from "node:assert/strict";
import fc from "fast-check";
import { type Cut, openBlocks, readPiece } from "../../server/src/connectors/textBlocks.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

suite("openBlocks", () => {
  let files: TemporaryWorkspace;
  suiteSetup(async () => {
    files = await temporaryWorkspace({});
  });
  suiteTeardown(() => files.remove());

  const read = async (content: string | Uint8Array, cut: Cut) => {
    const { blocks, size, read: done } = await openBlocks(await files.write("text", content), cut);
    const all: string[] = [];
    for await (const { text } of blocks) all.push(text);
    assert.equal(done(), size);
    return all;
  };
  const long = "Åsa 😀 ".repeat(30_000);

  test("gives lines as a whole, however long they are", async () => {
    const text = `${long}\n${"x\n".repeat(40_000)}${long}`;
    const blocks = await read(text, "line");
    assert.ok(blocks.length > 1);
    assert.equal(blocks.join("\n"), text);
  });

  test("gives characters as a whole where lines do not matter", async () => {
    for (const shift of ["", "x", "xy", "xyz"]) {
      const blocks = await read(shift + long, "character");
      assert.ok(blocks.length > 1);
      assert.equal(blocks.join(""), shift + long);
    }
  });

  test("gives any text back, from the bytes at which each block says that it begins", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 30 }), async drawn => {
        const text = drawn
          .toWellFormed()
          .replaceAll("\0", "")
          .replace(/^\uFEFF/, "");
        const { blocks } = await openBlocks(await files.write("text", `a${text}`), "line");
        for await (const { text: block, offset } of blocks)
          assert.equal(`a${text}`.slice(offset).replace(/\n$/, ""), block);
      }),
      { numRuns: 50, seed: 5 },
    );
  });

  for (const cut of ["line", "character"] as const)
    test(`says between which bytes a block stands that ends behind a ${cut}`, async () => {
      const path = await files.write("text", `${long}\n${"Åse\n".repeat(100_000)}${long}`);
      for await (const block of (await openBlocks(path, cut)).blocks) assert.equal(readPiece(path, block), block.text);
    });

  test("passes over a byte order mark", async () => {
    assert.deepEqual(await read("\uFEFFa\nb\n", "line"), ["a\nb"]);
  });

  test("has nothing to give of an empty file", async () => {
    assert.deepEqual(await read("", "line"), []);
  });

  const refused: readonly (readonly [what: string, content: Uint8Array, reason: RegExp])[] = [
    [
      "bytes that are no UTF-8",
      Buffer.from([0x7b, 0xc3, 0x28]),
      /the bytes from 0 to 3 hold something that is no UTF-8/,
    ],
    ["UTF-16", Buffer.from("\uFEFFab", "utf16le"), /the file is UTF-16\. Save it as UTF-8\.$/],
    ["UTF-16 without a mark", Buffer.from("ab", "utf16le"), /the file is UTF-16/],
  ];
  for (const [what, content, reason] of refused) {
    test(`refuses ${what}`, async () => {
      await assert.rejects(read(content, "line"), { name: "InputError", message: reason });
    });
  }

  test("refuses a folder and a file that is not there", async () => {
    await assert.rejects(openBlocks(files.folder, "line"), { name: "InputError", message: /this is a folder/ });
    await assert.rejects(openBlocks(`${files.folder}/none`, "line"), { name: "InputError", message: /no such file/ });
  });

  test("stops when it is told to", async () => {
    const stop = new AbortController();
    const { blocks } = await openBlocks(await files.write("text", "x\n".repeat(200_000)), "line", stop.signal);
    let count = 0;
    await assert.rejects(
      (async () => {
        for await (const _ of blocks) if (++count === 2) stop.abort();
      })(),
      { name: "AbortError" },
    );
    assert.equal(count, 2);
  });
});
