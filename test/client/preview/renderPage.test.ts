import assert from "node:assert/strict";
import { renderPage } from "../../../client/src/preview/renderPage.ts";

const page = renderPage({ cspSource: "https://webview.example", nonce: "n0nce", style: "p.css", script: "p.js" });

suite("page of the preview panel", () => {
  test("allows no script but its own, and loads nothing else", () => {
    assert.match(
      page,
      /content="default-src &#39;none&#39;; style-src https:\/\/webview\.example; script-src &#39;nonce-n0nce&#39;"/,
    );
    assert.deepEqual(page.match(/<script[^>]*>/g), ['<script nonce="n0nce" src="p.js">']);
    assert.deepEqual(page.match(/<link[^>]*>/g), ['<link rel="stylesheet" href="p.css">']);
    assert.doesNotMatch(page, /\son\w+=|style="/);
  });

  test("tells a screen reader what happens, and has no heading before the report has its own", () => {
    assert.equal(page.match(/role="status"/g)?.length, 2);
    assert.doesNotMatch(page, /<h1/);
  });
});
