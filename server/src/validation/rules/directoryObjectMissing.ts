import * as l10n from "@vscode/l10n";
import type { SynchronizationRule, SynchronizationSchema } from "../../language/graph/tree.ts";
import type { Word } from "../../language/text.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { schemaPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** An object can be mapped only where a directory of the schema defines it. A mapping that is off may name none: cloud sync ships one. */
export const directoryObjectMissing: Rule = {
  code: "directory-object-missing",
  severity: "error",
  source: `${schemaPage}#directory-definitions`,
  check: report => ({
    Schema(schema) {
      if (schema.directories.length === 0) return;
      for (const rule of schema.rules) {
        checkSide(report, schema, rule, "source");
        checkSide(report, schema, rule, "target");
      }
    },
  }),
};

function checkSide(
  report: Report,
  { directories }: SynchronizationSchema,
  rule: SynchronizationRule,
  side: "source" | "target",
): void {
  const name = rule[`${side}DirectoryName`];
  if (name === undefined) return;
  const directory = directories.find(candidate => candidate.name?.text === name.text);
  if (directory === undefined) {
    reportMissing(report, name, l10n.t`The schema has no directory '${name.text}'.`, directories);
    return;
  }
  for (const mapping of rule.objectMappings) {
    const object = mapping[`${side}ObjectName`];
    const isIdle = mapping.enabled === false && object?.text === "";
    if (object === undefined || isIdle || directory.objects.some(({ name }) => name?.text === object.text)) continue;
    const message = l10n.t`The directory '${name.text}' defines no object '${object.text}'.`;
    reportMissing(report, object, message, directory.objects);
  }
}

function reportMissing(
  report: Report,
  { text, span }: Word,
  message: string,
  others: readonly { name: Word | undefined }[],
): void {
  const names = others.flatMap(({ name }) => (name === undefined ? [] : [name.text]));
  const meant = didYouMean(text, names);
  const known =
    names.length === 0
      ? l10n.t("Define it in 'directories'.")
      : l10n.t`Those that it has are ${names.map(name => `'${name}'`).join(", ")}.`;
  const fixes = meant === undefined ? [] : [{ ...changeTo(span, meant), inJson: true as const }];
  report(span, message + offer(meant, known), ...fixes);
}
