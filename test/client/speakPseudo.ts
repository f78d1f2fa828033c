import { readFileSync } from "node:fs";
import { config } from "@vscode/l10n";
import { getL10nPseudoLocalized } from "@vscode/l10n-dev";

/** Prints a preview as text and as markup in VS Code's pseudo-language. A process of its own: modules make their texts as they load. */
const bundle = new URL("../../client/l10n/bundle.l10n.json", import.meta.url);
config({ contents: getL10nPseudoLocalized(JSON.parse(readFileSync(bundle, "utf8"))) });

const { report } = await import("../../client/src/preview/report.ts");
const { renderReport } = await import("../../client/src/preview/renderReport.ts");
const { renderText } = await import("../../client/src/preview/renderText.ts");
const { samplePreview } = await import("./preview/samplePreview.ts");
const told = report(samplePreview());
process.stdout.write(`${renderText(told)}${renderReport(told, { savesTests: true })}`);
