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
  summary: "A block has only the properties of its kind.",
  bad: "scpoe: all",
  good: "scope: all",
  check: report => ({
    PropertyBlock({ block, properties: written }) {
      const names = namesOf(block);
      for (const { name } of written) {
        if (names.includes(name.text)) continue;
        const meant = didYouMean(name.text, names);
        const remedy = offer(meant) || elsewhere(name.text) || ` Its properties are ${names.join(", ")}.`;
        const fixes = meant === undefined ? [] : [changeTo(name.span, meant)];
        report(name.span, `${withArticle(block)} has no property '${name.text}'.${remedy}`, ...fixes);
      }
    },
  }),
};

function namesOf(block: PropertyBlock["block"]): readonly string[] {
  return properties.filter(fact => fact.block === block).map(({ name }) => name);
}

function elsewhere(name: string): string {
  const fact = properties.find(property => property.name === name);
  return fact === undefined ? "" : ` It belongs into ${withArticle(fact.block).toLowerCase()}.`;
}

function withArticle(block: PropertyBlock["block"]): string {
  return block === "application" ? "An application" : `A ${block}`;
}
