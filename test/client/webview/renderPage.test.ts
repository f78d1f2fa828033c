import assert from "node:assert/strict";
import { panelBody as impactBody } from "../../../client/src/impact/renderImpact.ts";
import { panelBody as previewBody } from "../../../client/src/preview/panelBody.ts";
import { renderPage } from "../../../client/src/webview/renderPage.ts";

for (const [panel, body] of [
  ["preview", previewBody],
  ["impact", impactBody],
] as const)
  suite(`page of the ${panel} panel`, () => {
    const own = { styles: ["a.css", "b.css"], script: "p.js" };
    const page = renderPage({ title: "Panel", cspSource: "https://webview.example", nonce: "n0nce", body, ...own });

    test("allows no script but its own, and loads nothing else", () => {
      assert.match(
        page,
        /content="default-src &#39;none&#39;; style-src https:\/\/webview\.example; script-src &#39;nonce-n0nce&#39;"/,
      );
      assert.deepEqual(page.match(/<script[^>]*>/g), ['<script nonce="n0nce" src="p.js">']);
      assert.deepEqual(page.match(/<link[^>]*>/g), [
        '<link rel="stylesheet" href="a.css">',
        '<link rel="stylesheet" href="b.css">',
      ]);
      assert.doesNotMatch(page, /\son\w+=|style="/);
    });

    test("tells a screen reader what happens, and has no heading before the report has its own", () => {
      assert.equal(page.match(/role="status"/g)?.length, 2);
      assert.doesNotMatch(page, /<h1/);
    });
  });
