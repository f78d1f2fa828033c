import assert from "node:assert/strict";
import { renderText } from "../../../client/src/impact/renderText.ts";
import { sampleImpact } from "./sampleImpact.ts";

test("the text twin of the impact panel tells all that the panel does", () =>
  assert.equal(
    renderText(sampleImpact()),
    `1 would be created, 1,200 would be disabled
app.provmap against HEAD, over 1,204 objects of the directory
1,200 accounts would be disabled or deleted, more than the accidental-deletions threshold of 50: the cycle would stop and the job go into quarantine.

  Action          Before       After    Affected
  Create               0           1           1
  Update               0           1           0
  Disable              0       1,200       1,200
  Skip                 4           2           0
  No change        1,200           0           0

Scope
  Users (line 1): 2 in scope, 1,200 would fall out, 1 would come in
    Filter “Staff” (line 2): 2 in scope, 1,200 would fall out, 1 would come in
      department EQUALS 'IT' (line 3): keeps 1,200 out
    city EQUALS '<Oslo>' (before): kept 1 out

Collisions of matching values
  userName "ada" is given by Ada Lovelace, Cy & Co and 1 more.
  And 1 more.

Values
  active: 1,200, such as Ada Lovelace: "True" → "False"

Left out
  1 object of the directory could not be read.
  people.csv:7:1: the row has no id

Create: 1
  Cy & Co (cy): Skip → Create. The filter "Staff" passes.
    Old: city EQUALS '<Oslo>' (before)

Disable: 1,200
  Ada Lovelace (ada): No change → Disable. In the filter "Staff", department EQUALS 'IT' fails: department is "Sales".
    Staff: department EQUALS 'IT' (line 3)
    active: "True" → "False"
    title: no value → "<b>", "Boss"
    nickName: [Redacted] → [Redacted]
  And 1,199 more, whom an export as CSV lists.

Assumptions
  The mapping "Groups" is gone: what it provisioned is left as it is.
`,
  ));
