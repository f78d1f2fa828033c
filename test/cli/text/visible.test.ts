import assert from "node:assert/strict";
import { columns, cut, cutStart, visible } from "../../../server/src/cli/text/visible.ts";

suite("visible text", () => {
  const spelled: readonly (readonly [text: string, shown: string])[] = [
    ["Ada", "Ada"],
    ["a\nb\tc\r", "a\\nb\\tc\\r"],
    ["\u001b[31mred\u0007", "\\u001b[31mred\\u0007"],
    ["\u009b2J", "\\u009b2J"],
    ["Zoë Ångström", "Zoë Ångström"],
  ];
  for (const [text, shown] of spelled) {
    test(`${JSON.stringify(text)} is shown as ${shown}`, () => assert.equal(visible(text), shown));
  }

  const widths: readonly (readonly [text: string, width: number])[] = [
    ["", 0],
    ["Ada", 3],
    ["Zoe\u0308", 3],
    ["山田", 4],
    ["👩‍👩‍👧", 2],
  ];
  for (const [text, width] of widths) {
    test(`${JSON.stringify(text)} takes ${width} columns`, () => assert.equal(columns(text), width));
  }

  const cuts: readonly (readonly [text: string, width: number, shown: string])[] = [
    ["givenName", 9, "givenName"],
    ["givenName", 8, "givenNa…"],
    ["山田太郎", 6, "山田…"],
    ["a", 1, "a"],
    ["ab", 1, "…"],
  ];
  for (const [text, width, shown] of cuts) {
    test(`${text} in ${width} columns is ${shown}`, () => assert.equal(cut(text, width), shown));
  }

  const ends: readonly (readonly [text: string, width: number, shown: string])[] = [
    ["urn:User:manager", 16, "urn:User:manager"],
    ["urn:User:manager", 8, "…manager"],
    ["山田太郎", 5, "…太郎"],
  ];
  for (const [text, width, shown] of ends) {
    test(`the end of ${text} in ${width} columns is ${shown}`, () => assert.equal(cutStart(text, width), shown));
  }
});
