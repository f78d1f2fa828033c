import * as l10n from "@vscode/l10n";
import { properties } from "../../catalogue/properties.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A mapping joins two objects and must name both. */
export const missingProperty: Rule = {
  code: "missing-property",
  severity: "error",
  source: `${mappingsPage}#editing-user-attribute-mappings`,
  check: report => ({
    PropertyBlock({ block, name, properties: written }) {
      for (const fact of properties) {
        if (fact.block !== block || !fact.required || written.some(property => property.name.text === fact.name))
          continue;
        report(name.span, l10n.t`'${name.text}' has no '${fact.name}'. ${l10n.t(fact.description)}`);
      }
    },
  }),
};
