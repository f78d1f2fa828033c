import assert from "node:assert/strict";
import { renderReport } from "../../../client/src/preview/renderReport.ts";
import { report } from "../../../client/src/preview/report.ts";
import { groupPreview, samplePreview, trappedDelta, wireComparison } from "./samplePreview.ts";

const panel = (...sample: Parameters<typeof samplePreview>) =>
  renderReport(report(samplePreview(...sample)), { savesTests: false });

suite("report in the preview panel", () => {
  test("escapes every text", () => {
    const markup = panel();
    assert.match(markup, /Ada &#60;Lovelace&#62; would be created in ServiceNow\./);
    assert.match(markup, /<li>&#60;b&#62;<wbr><\/li>/);
    assert.doesNotMatch(markup, /<b>|<Lovelace>/);
  });

  test("holds no script and no style", () => assert.doesNotMatch(panel(), /<script|<style|\son\w+=|style="/));

  test("links an attribute to its place in the file", () => {
    const link = /<a href="#" data-act="reveal" data-start="85" data-end="96" title="Line 5">userName<wbr><\/a>/;
    assert.match(panel(), link);
  });

  test("says verdicts in words", () => {
    assert.match(panel(), /<span class="verdict">passed<\/span>/);
    assert.match(panel(), /<span class="verdict">no hit<\/span>/);
  });

  test("offers Provision where it is possible, and else says why not", () => {
    assert.match(panel(), /<button data-act="provision"/);
    const readOnly = { name: "production", endpoint: "https://scim.example/v2", write: false };
    const markup = panel({}, { environment: readOnly });
    assert.doesNotMatch(markup, /data-act="provision"/);
    assert.match(markup, /production is read-only: &#34;write&#34;: true/);
  });

  test("offers to save a test where somebody does that", () => {
    const button = /<button data-act="saveAsTest">Save as test<\/button>/;
    assert.doesNotMatch(panel(), button);
    assert.match(renderReport(report(samplePreview()), { savesTests: true }), button);
  });

  test("names each request that can be copied", () => {
    const copy = /<button data-act="copy" data-request="1" class="quiet" aria-label="Copy as cURL: POST \/Users">/;
    assert.match(panel(), copy);
  });

  test("says why a redacted value is not there", () => {
    const [flow] = samplePreview().result.attributes;
    assert.ok(flow);
    const markup = panel({ attributes: [{ ...flow, newValue: "[Redact]", redacted: true }] });
    assert.match(markup, /<span class="none" title="Redact keeps it out of sight">\[Redact\]<\/span>/);
  });

  test("names the objects behind ids, and tells what becomes of each member", () => {
    const markup = renderReport(report(groupPreview()), { savesTests: false });
    assert.match(markup, /<li>t-1<wbr> <span class="name">\(Ada\)<\/span><\/li>/);
    assert.match(markup, /<li>Ada: added<\/li>/);
    assert.match(markup, /data-act="change">Change group…</);
    assert.match(markup, /<li>Bob: left out<span class="reason">, Bob is out of scope<\/span><\/li>/);
  });

  test("marks what differs between the requests with the flag and without it", () => {
    const markup = panel({ wire: wireComparison });
    assert.match(markup, /<mark><span class="gutter">≠ <\/span> +&#34;value&#34;: &#34;False&#34;<\/mark>/);
    assert.match(markup, /Without the flag, as this run writes:<\/span> <span class="fact">active is sent as text\./);
    assert.doesNotMatch(panel(), /With and without the flag/);
  });

  test("shows both readings of an attribute that an incremental cycle may clear", () => {
    const markup = panel({ delta: trappedDelta });
    assert.match(markup, /<h2 id="delta">Incremental cycle<\/h2>/);
    assert.match(markup, /<td>ada<wbr><\/td><td class="new"><span class="none">no value<\/span><\/td>/);
    assert.match(markup, /<p class="reason">Switch reads city, which has not changed\.<\/p><\/th>/);
    assert.match(markup, /<td class="why">may be cleared<\/td>/);
  });

  test("leaves out assumptions where there are none", () => {
    assert.match(panel(), /Assumptions/);
    assert.doesNotMatch(panel({ assumptions: [] }), /Assumptions/);
  });
});
