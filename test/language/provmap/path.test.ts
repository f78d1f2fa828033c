import assert from "node:assert/strict";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";
import { pathTo } from "../../../server/src/language/provmap/path.ts";
import { atCursor } from "../../harness/markers.ts";

const paths: readonly (readonly [marked: string, kinds: string])[] = [
  ['| application "A" {}', ""],
  ['application "A" { scope: as|signed }', "ApplicationBlock Property NameValue"],
  ['mapping "M" { tit|le <- [a] }', "MappingBlock AttributeMappingStatement"],
  ['mapping "M" { title <- Trim([a|]) }', "MappingBlock AttributeMappingStatement Call AttributeReference"],
  ['mapping "M" { title <- [a] on cre|ate }', "MappingBlock AttributeMappingStatement FlagModifier"],
  ['mapping "M" { filter "F" { a IS| NULL } }', "MappingBlock FilterBlock ClauseStatement"],
  ['attributes source "User" { a: Str|ing }', "AttributesBlock AttributeDeclaration"],
  ['test "T" { user: { a: ["x|"] } }', "TestBlock TestEntry ObjectValue ObjectMember ListValue ScalarValue"],
  ['test "T" { user: "x" with { a: |"b" } }', "TestBlock TestEntry ObjectValue ObjectMember ScalarValue"],
  ['test "T" { expect create { a: "b|" } }', "TestBlock ExpectBlock ObjectMember ScalarValue"],
];

suite("The path to a cursor", () => {
  for (const [marked, kinds] of paths) {
    test(`in ${marked} is ${kinds || "the file"}`, () => {
      const { text, offset } = atCursor(marked);
      const path = pathTo(parseProvmap(text).file, offset).map(({ kind }) => kind);
      assert.equal(path.slice(1).join(" "), kinds);
    });
  }
});
