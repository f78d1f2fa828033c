import assert from "node:assert/strict";
import { parseProvmap } from "../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../server/src/model/readProvmap.ts";
import { chooseChanged } from "../../server/src/session/chooseChanged.ts";
import { smallMapping } from "../harness/workspace.ts";

const [mapping] = readProvmap(parseProvmap(smallMapping.replace("[displayName]", "[badge]")).file).mappings;
assert.ok(mapping);

suite("attributes that have changed", () => {
  test("are those that the source object has, and those that a mapping reads", () => {
    assert.deepEqual(chooseChanged(["jobTitle", "badge", "jobTitle"], mapping), ["jobTitle", "badge"]);
  });

  test("are no others", () => {
    assert.throws(() => chooseChanged(["jobTitel"], mapping), {
      name: "InputError",
      message: `User has no attribute "jobTitel" that could have changed. Did you mean 'jobTitle'?`,
    });
  });
});
