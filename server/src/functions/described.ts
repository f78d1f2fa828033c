import * as l10n from "@vscode/l10n";
import { isList, toText, type Value } from "./values.ts";

/** A value as a message names it that says it should be another: its text in quotation marks, or what it is. */
export function described(value: Value): string {
  if (value === null) return l10n.t("an absent value");
  return isList(value) ? l10n.t("a list") : JSON.stringify(toText(value));
}
