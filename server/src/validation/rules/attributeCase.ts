import * as l10n from "@vscode/l10n";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { eachSourceAttribute, inAnotherCase } from "../sourceAttributes.ts";

/** Entra refuses to save an attribute whose name differs in case, with the error SchemaInvalid. */
export const attributeCase: Rule = {
  code: "attribute-case",
  severity: "error",
  source: `${functionsPage}#syntax-overview`,
  check: report =>
    eachSourceAttribute(({ name, write }, mapping) => {
      const known = inAnotherCase(name.text, mapping);
      if (known === undefined) return;
      const message = l10n.t`Attribute names are case-sensitive: write '${known}' for '${name.text}'.`;
      report(name.span, message, changeTo(name.span, write(known)));
    }),
};
