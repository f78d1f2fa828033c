import * as l10n from "@vscode/l10n";
import {
  attributeFlagWords,
  attributeTypeWords,
  findProperty,
  type PropertyFact,
  type WordFact,
} from "../../catalogue/properties.ts";
import type { Word } from "../../language/text.ts";
import type { DeclaredAttribute, WrittenProperty, WrittenValue } from "../../model/configuration.ts";
import { instantOf } from "../../model/instant.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { settingsPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** A value that a property does not know would be read as its default. */
export const propertyValue: Rule = {
  code: "property-value",
  severity: "error",
  source: `${settingsPage}#configuring-automatic-user-account-provisioning`,
  check: report => ({
    PropertyBlock({ block, properties }) {
      for (const property of properties) {
        const fact = findProperty(block, property.name.text);
        if (fact !== undefined && property.values.length > 0) checkProperty(report, property, fact);
      }
    },
    ObjectDeclaration({ attributes }) {
      for (const attribute of attributes) checkDeclared(report, attribute);
    },
  }),
};

function checkProperty(report: Report, { name, values }: WrittenProperty, fact: PropertyFact): void {
  const [first, second] = values;
  const surplus = fact.kind === "secret" ? values[2] : second;
  if (surplus !== undefined && !fact.multiple)
    report(surplus.span, l10n.t`'${name.text}' takes one value: remove this.`);
  else if (fact.multiple) for (const value of values) checkValue(report, name, value, fact);
  else if (first !== undefined) checkValue(report, name, first, fact);
  if (fact.kind === "secret" && first !== undefined) checkCredential(report, first, second);
}

function checkValue(report: Report, name: Word, value: WrittenValue, fact: PropertyFact): void {
  switch (fact.kind) {
    case "words":
    case "boolean":
    case "secret":
      checkWord(report, value, fact.words ?? [], words => l10n.t`'${name.text}' is one of ${words}.`);
      break;
    case "number":
      if (!/^\d+$/.test(value.text)) report(value.span, l10n.t`'${name.text}' takes a whole number, such as 500.`);
      break;
    case "instant":
      if (instantOf(value.text) === undefined)
        report(value.span, l10n.t`'${name.text}' takes an instant, such as "2026-01-31T09:00:00Z".`);
      break;
    case "text":
      if (value.form === "secret" || value.form === "structure")
        report(value.span, l10n.t`'${name.text}' takes a text.`);
      break;
    case "object":
      if (value.form === "secret") report(value.span, l10n.t`'${name.text}' takes an object: { name: "value" }.`);
      else if (fact.words !== undefined && value.form !== "structure") {
        checkWord(
          report,
          value,
          fact.words,
          words => l10n.t`'${name.text}', where it is no object, is one of ${words}.`,
        );
      }
  }
}

function checkWord(
  report: Report,
  value: WrittenValue,
  words: readonly string[],
  say: (words: string) => string,
): void {
  if (value.form === "word" && words.includes(value.text)) return;
  const meant = words.find(word => word === value.text) ?? didYouMean(value.text, words);
  const isBare = value.form === "word";
  const remedy = isBare ? offer(meant) : ` ${l10n.t("It is a bare word, without quotes.")}`;
  report(value.span, say(words.join(", ")) + remedy, ...(meant === undefined ? [] : [changeTo(value.span, meant)]));
}

/** A credential is named and never written. */
function checkCredential(report: Report, { text, span }: WrittenValue, credential: WrittenValue | undefined): void {
  const needsOne = text === "bearer" || text === "basic";
  if (credential === undefined) {
    if (needsOne) report(span, l10n.t`'${text}' needs the name of a credential: ${text} secret("name").`);
  } else if (credential.form !== "secret") {
    report(credential.span, l10n.t`A credential never stands in a file: name it, ${text} secret("name").`);
  } else if (text === "none") {
    report(
      credential.span,
      l10n.t("Without authentication no credential is sent: remove it, or write bearer or basic."),
    );
  }
}

const types = wordsOf(attributeTypeWords);
const flagWords = wordsOf(attributeFlagWords);

function wordsOf(facts: readonly WordFact[]): readonly string[] {
  return facts.map(({ word }) => word);
}

function checkDeclared(report: Report, { name, type, flags }: DeclaredAttribute): void {
  const check = (word: Word, words: readonly string[], say: (words: string) => string) => {
    if (word.text !== "") checkWord(report, { ...word, form: "word" }, words, say);
  };
  check(type, types, words => l10n.t`The type of '${name.text}' is one of ${words}.`);
  for (const flag of flags) check(flag, flagWords, words => l10n.t`A flag of '${name.text}' is one of ${words}.`);
}
