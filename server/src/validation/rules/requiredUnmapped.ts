import * as l10n from "@vscode/l10n";
import type { AttributeMapping, ObjectMapping } from "../../model/configuration.ts";
import { attributeDefinitionPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The target refuses to create an object that lacks a required attribute. A mapping that is off creates none. */
export const requiredUnmapped: Rule = {
  code: "required-unmapped",
  severity: "error",
  source: `${attributeDefinitionPage}#properties`,
  check: report => ({
    ObjectMapping(mapping) {
      if (!mapping.enabled || !mapping.actions.create) return;
      for (const name of requiredAttributes(mapping)) {
        if (mapping.attributeMappings.some(attributeMapping => fills(attributeMapping, name))) continue;
        const message = l10n.t`The target requires '${name}' to create an object: map it, or give it a default value.`;
        report(mapping.name.span, message);
      }
    },
  }),
};

function requiredAttributes({ targetAttributes }: ObjectMapping): readonly string[] {
  return [...targetAttributes.byName.values()]
    .filter(({ required, mutability }) => required && mutability !== "ReadOnly")
    .map(({ name }) => name);
}

/** A mapping of a part of the attribute fills it too. */
function fills({ target: { text }, source, defaultValue }: AttributeMapping, name: string): boolean {
  const isPart = text === name || text.startsWith(`${name}.`) || text.startsWith(`${name}[`);
  return isPart && (source.kind !== "None" || defaultValue !== undefined);
}
