import * as l10n from "@vscode/l10n";
import { StringText } from "../expression/kinds.ts";
import * as literals from "../expression/literals.ts";
import { endOfLast, isAhead, type Reader, report, reportMissing, take } from "../expression/reader.ts";
import type { Span } from "../text.ts";
import { isModifierArgument, type ModifierWord, modifierAhead } from "./fileParser.ts";
import type { DefaultModifier, MatchModifier, Modifier } from "./tree.ts";

/** Reads the modifiers that lie ahead. */
export function readModifiers(reader: Reader): readonly Modifier[] {
  let modifier = modifierAhead(reader);
  if (modifier === undefined) return [];
  const modifiers = [readModifier(reader, modifier)];
  for (modifier = modifierAhead(reader); modifier !== undefined; modifier = modifierAhead(reader))
    modifiers.push(readModifier(reader, modifier));
  return modifiers;
}

const flags = { on: "on create", add: "add values", flow: "flow always" } as const;

function readModifier(reader: Reader, modifier: ModifierWord): Modifier {
  const { word } = modifier;
  const { start } = take(reader);
  const last = isModifierArgument(reader, modifier) ? take(reader) : undefined;
  const span = { start, end: endOfLast(reader) };
  if (word === "match") return matchModifier(reader, last, span);
  if (word === "default") return defaultModifier(reader, last, span);
  if (last === undefined) reportMissing(reader, l10n.t`Write '${flags[word]}'.`);
  return { kind: "FlagModifier", flag: flags[word], span };
}

function matchModifier(reader: Reader, precedence: Span | undefined, span: Span): MatchModifier {
  if (precedence !== undefined) return { kind: "MatchModifier", precedence: literals.word(reader, precedence), span };
  reportMissing(reader, l10n.t("Write a matching precedence behind 'match': match 1."));
  return { kind: "MatchModifier", span };
}

function defaultModifier(reader: Reader, value: Span | undefined, span: Span): DefaultModifier {
  if (value === undefined) {
    reportMissing(reader, l10n.t("Write a string behind 'default': default \"value\"."));
    return { kind: "DefaultModifier", span };
  }
  if (!isAhead(reader, 0, StringText)) report(reader, l10n.t("Close the string with straight quotes: '\"'."), value);
  return { kind: "DefaultModifier", value: literals.string(reader, value), span };
}
