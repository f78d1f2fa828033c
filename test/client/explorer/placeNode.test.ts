import assert from "node:assert/strict";
import { placeNode } from "../../../client/src/explorer/placeNode.ts";

suite("the row that leads to what is wrong", () => {
  const rows: readonly (readonly [message: string, label: string, file: string, line: number, character: number])[] = [
    ["/a b/mapwright.json:1:16: directory must be a text.", "Go to mapwright.json", "/a b/mapwright.json", 0, 15],
    ["C:\\work\\people.json:12:3: users is missing.", "Go to people.json", "C:\\work\\people.json", 11, 2],
  ];
  for (const [message, label, file, line, character] of rows) {
    test(message, () => {
      const node = placeNode(message);
      assert.deepEqual([node?.label, node?.file, node?.place], [label, file, { line, character }]);
    });
  }

  test("is not there where the message names no place", () => {
    for (const message of ["", "There is no user.", "Port 8080: it is in use."])
      assert.equal(placeNode(message), undefined);
  });
});
