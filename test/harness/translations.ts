import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson, type l10nJsonFormat } from "@vscode/l10n-dev";
import { galleryTemplates } from "../../server/src/catalogue/gallery/index.ts";
import { sourceObjects, targetObjects } from "../../server/src/catalogue/index.ts";
import { operators } from "../../server/src/catalogue/operators.ts";
import * as properties from "../../server/src/catalogue/properties.ts";
import { templates } from "../../server/src/catalogue/templates.ts";
import { engineAssumptions } from "../../server/src/engine/statedAssumptions.ts";
import { assumptionTexts } from "../../server/src/functions/assumptionTexts.ts";
import { documentedFunctions } from "../../server/src/functions/documentedFunctions.ts";
import { specialWords } from "../../server/src/functions/specialWords.ts";
import { definedHere } from "../../server/src/model/graph/attributeSets.ts";
import { declaredHere } from "../../server/src/model/readDeclaration.ts";
import { connectFunctions } from "../../server/src/validation/connectFunctions.ts";
import { documentedRules } from "../../server/src/validation/documentedRules.ts";
import { specialLiterals } from "../../server/src/validation/specialLiterals.ts";

const root = join(import.meta.dirname, "../..");

/** The sources whose texts VS Code shows: all but the command line's own. */
export const translatedSources = globSync("{client,server}/src/**/*.ts", { cwd: root })
  .filter(file => !file.startsWith("server/src/cli/"))
  .map(file => ({ file, contents: readFileSync(join(root, file), "utf8") }));

/** All of them as one with one import: the tool takes a while for each import of the library, which all call `l10n`. */
function asOneSource(): string {
  const imports = /^import [^;]*? from "(?:vscode|@vscode\/l10n)";$/gm;
  const bodies = translatedSources.map(({ contents }) => contents.replaceAll(imports, ""));
  return ['import * as l10n from "@vscode/l10n";', ...bodies].join("\n");
}

/** The texts of the catalogue and of the fact sheets, which are data and translated where they are shown. */
const data = [
  ...documentedFunctions,
  ...specialWords,
  ...specialLiterals,
  ...connectFunctions,
  ...documentedRules,
  ...Object.values(assumptionTexts),
  ...operators,
  properties,
  ...templates,
  ...sourceObjects,
  ...targetObjects,
  ...galleryTemplates,
];
const shown = new Set([
  "summary",
  "remarks",
  "remedy",
  "substitute",
  "tooFew",
  "text",
  "description",
  "asks",
  "limits",
]);

/** The texts of the members that are shown, wherever they are in it. */
function textsOf(value: unknown, isShown = false): readonly string[] {
  if (typeof value === "string") return isShown ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(one => textsOf(one, isShown));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === "examples" ? [] : textsOf(member, shown.has(name)),
  );
}

/** The texts of data: they stand in the sources as they are. */
export const dataTexts: ReadonlySet<string> = new Set([
  ...textsOf(data),
  ...Object.values(engineAssumptions),
  declaredHere,
  definedHere,
]);

/** All texts that a person reads in VS Code, by themselves: what translators start from. */
export async function translations(): Promise<l10nJsonFormat> {
  const all = {
    ...(await getL10nJson([{ contents: asOneSource(), extension: ".ts" }])),
    ...Object.fromEntries([...dataTexts].map(text => [text, text])),
  };
  return Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

if (import.meta.main) writeFileSync(join(root, "client/l10n/bundle.l10n.json"), JSON.stringify(await translations()));
