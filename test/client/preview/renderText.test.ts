import assert from "node:assert/strict";
import { renderText } from "../../../client/src/preview/renderText.ts";
import { report } from "../../../client/src/preview/report.ts";
import { groupPreview, samplePreview, trappedDelta, wireComparison } from "./samplePreview.ts";

const expected = `Ada <Lovelace> would be created in ServiceNow.
One reference is left out.

Action: Create
User: Ada <Lovelace> (ada@contoso.com)
Environment: sandbox
Mapping: Users, servicenow.provmap
Run: Dry run: nothing was written

Steps
  1. Import: Success. Ada was read.
     objectId: 7f3e
  2. Scope: Success. In scope.
     [passed] Active in the source system: accountEnabled is True.
     [passed] Scoping filter “Engineering” (line 2)
       [passed] department EQUALS 'Engineering' (line 3): department is “Engineering”.
  3. Match: Success. No match.
     [no hit] userName eq "ada@contoso.com": Matching precedence 1.
  4. Action: Success. Would be created.

Attributes
  userName (line 5): no value -> "ada@contoso.com"
    Changed: [userPrincipalName]
  nickName (line 6): no value -> ["n/a", "<b>"]
    Default value: none

Requests
  GET /Users?filter=userName+eq+%22ada%40contoso.com%22 (Match, sent, answered 200)
    filter: userName eq "ada@contoso.com"
  POST /Users (Create, would be sent)
    {
      "userName": "ada@contoso.com"
    }

Assumptions
  A null stays null.
`;

suite("text twin of the preview panel", () => {
  test("tells everything that the panel tells", () => {
    assert.equal(renderText(report(samplePreview())), expected);
  });

  test("shows a redacted value as what it is, without the quotes of a text", () => {
    const [flow] = samplePreview().result.attributes;
    assert.ok(flow);
    const redacted = { ...flow, oldValue: null, newValue: "[Redact]", redacted: true } as const;
    const text = renderText(report(samplePreview({ attributes: [redacted] })));
    assert.match(text, /userName \(line 5\): no value -> \[Redact\]\n/);
  });

  test("names the objects behind ids, and tells what becomes of each member", () => {
    const text = renderText(report(groupPreview()));
    assert.match(text, /^Members: Ada, Bob \(2 of 8\)$/m);
    assert.match(text, /members \(line 5\): no value -> \["t-1" \(Ada\)\]\n {4}Changed: \[members\]\n/);
    assert.match(text, /\n {4}Ada: added\n {4}Bob: left out, Bob is out of scope\n/);
  });

  test("marks what differs between the requests with the flag and without it", () => {
    const text = renderText(report(samplePreview({ wire: wireComparison })));
    assert.match(text, /\n {4}Without the flag, as this run writes\n/);
    assert.match(text, /\n {4}≠ +"value": "False"\n/);
    assert.match(text, /\n {4}With the flag\n/);
    assert.match(text, /\n {4}Without the flag, as this run writes: active is sent as text\.\n/);
  });

  test("tells both readings of an attribute that an incremental cycle may clear", () => {
    const text = renderText(report(samplePreview({ delta: trappedDelta })));
    const lines = ["userName (line 5) may be cleared", '  evaluated in full: "ada"', "  incremental cycle: no value"];
    assert.ok(text.includes(lines.map(line => `  ${line}\n`).join("")), text);
  });

  test("says where the run ended", () => {
    const text = renderText(report(samplePreview({ attributes: [], requests: [], assumptions: [] })));
    assert.match(text, /The run ended before the attributes were mapped\./);
    assert.match(text, /No request was needed\.\n$/);
  });
});
