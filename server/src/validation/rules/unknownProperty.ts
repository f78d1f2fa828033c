import * as l10n from "@vscode/l10n";
import { properties } from "../../catalogue/properties.ts";
import type { PropertyBlock } from "../../model/configuration.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { settingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A property that a block does not have is read by nothing. */
export const unknownProperty: Rule = {
  code: "unknown-property",
  severity: "error",
  source: `${settingsPage}#configuring-automatic-user-account-provisioning`,
  check: report => ({
    PropertyBlock({ block, properties: written }) {
      const names = namesOf(block);
      for (const { name } of written) {
        if (names.includes(name.text)) continue;
        const meant = didYouMean(name.text, names);
        const remedy = elsewhere(name.text) ?? l10n.t`Its properties are ${names.join(", ")}.`;
        const fixes = meant === undefined ? [] : [changeTo(name.span, meant)];
        report(name.span, unknownIn(block, name.text) + offer(meant, remedy), ...fixes);
      }
    },
  }),
};

function namesOf(block: PropertyBlock["block"]): readonly string[] {
  return properties.filter(fact => fact.block === block).map(({ name }) => name);
}

function elsewhere(name: string): string | undefined {
  switch (properties.find(property => property.name === name)?.block) {
    case "application":
      return l10n.t("It belongs into an application.");
    case "mapping":
      return l10n.t("It belongs into a mapping.");
    case "test":
      return l10n.t("It belongs into a test.");
    default:
      return undefined;
  }
}

function unknownIn(block: PropertyBlock["block"], name: string): string {
  switch (block) {
    case "application":
      return l10n.t`An application has no property '${name}'.`;
    case "mapping":
      return l10n.t`A mapping has no property '${name}'.`;
    case "test":
      return l10n.t`A test has no property '${name}'.`;
  }
}
