import { readFileSync } from "node:fs";
import { config } from "@vscode/l10n";
import { getL10nPseudoLocalized } from "@vscode/l10n-dev";

/** Prints a preview and an impact as text and as markup in VS Code's pseudo-language. A process of its own: modules make their texts as they load. */
const bundle = new URL("../../client/l10n/bundle.l10n.json", import.meta.url);
config({ contents: getL10nPseudoLocalized(JSON.parse(readFileSync(bundle, "utf8"))) });

const { report } = await import("../../client/src/preview/report.ts");
const { renderReport } = await import("../../client/src/preview/renderReport.ts");
const { renderText } = await import("../../client/src/preview/renderText.ts");
const { samplePreview } = await import("./preview/samplePreview.ts");
const told = report(samplePreview());
process.stdout.write(`${renderText(told)}${renderReport(told, { savesTests: true })}`);

const { impactView } = await import("../../client/src/impact/view.ts");
const { panelBody, renderImpact, renderNotes } = await import("../../client/src/impact/renderImpact.ts");
const impactText = await import("../../client/src/impact/renderText.ts");
const { sampleImpact } = await import("./impact/sampleImpact.ts");
const view = impactView(sampleImpact());
process.stdout.write(impactText.renderText(sampleImpact()) + panelBody.markup + renderImpact(view) + renderNotes(view));
