import assert from "node:assert/strict";
import { renderPanel } from "../../../client/src/preview/renderPanel.ts";
import { report } from "../../../client/src/preview/report.ts";
import { samplePreview } from "./samplePreview.ts";

const page = {
  cspSource: "https://webview.example",
  nonce: "n0nce",
  style: "p.css",
  script: "p.js",
  stale: false,
  active: false,
};
const panel = (...sample: Parameters<typeof samplePreview>) => renderPanel(report(samplePreview(...sample)), page);

suite("preview panel", () => {
  test("escapes every text", () => {
    const markup = panel();
    assert.match(markup, /Ada &#60;Lovelace&#62; would be created in ServiceNow\./);
    assert.match(markup, /<li>&#60;b&#62;<wbr><\/li>/);
    assert.doesNotMatch(markup, /<b>|<Lovelace>/);
  });

  test("allows no script but its own", () => {
    const markup = panel();
    assert.match(
      markup,
      /default-src &#39;none&#39;; style-src https:\/\/webview\.example; script-src &#39;nonce-n0nce&#39;/,
    );
    assert.deepEqual(markup.match(/<script[^>]*>/g), ['<script nonce="n0nce" src="p.js">']);
    assert.doesNotMatch(markup, /\son\w+=|style="/);
  });

  test("links an attribute to its place in the file", () => {
    assert.match(panel(), /<a href="#" data-start="85" data-end="96" title="Line 5">userName<wbr><\/a>/);
  });

  test("says verdicts in words", () => {
    assert.match(panel(), /<span class="verdict">passed<\/span>/);
    assert.match(panel(), /<span class="verdict">no hit<\/span>/);
  });

  test("offers Provision where it is possible, and else says why not", () => {
    assert.match(panel(), /<button id="provision"/);
    const readOnly = { name: "production", endpoint: "https://scim.example/v2", write: false };
    const markup = panel({}, { environment: readOnly });
    assert.doesNotMatch(markup, /<button id="provision"/);
    assert.match(markup, /production is read-only: &#34;write&#34;: true/);
  });

  test("tells that the file has changed since the run", () => {
    const notice = /The file has changed since this run/;
    assert.match(renderPanel(report(samplePreview()), { ...page, stale: true }), notice);
    assert.doesNotMatch(panel(), notice);
  });

  test("says why a redacted value is not there", () => {
    const [flow] = samplePreview().result.attributes;
    assert.ok(flow);
    const markup = panel({ attributes: [{ ...flow, newValue: "[Redact]", redacted: true }] });
    assert.match(markup, /<span class="none" title="Redact keeps it out of sight">\[Redact\]<\/span>/);
  });

  test("leaves out assumptions where there are none", () => {
    assert.match(panel(), /Assumptions/);
    assert.doesNotMatch(panel({ assumptions: [] }), /Assumptions/);
  });
});
