import * as l10n from "@vscode/l10n";
import type { Expression } from "../../language/expression/tree.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import { expressionOf } from "../attributesIn.ts";
import { argumentFor, calledFunction, calledOf, calls } from "../calls.ts";
import { isDirectoryExtension } from "../directoryExtensions.ts";
import { wrap } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import { resultsOf } from "../results.ts";
import { roleFunctions } from "../roles.ts";
import type { Rule } from "../rule.ts";
import { factOf } from "../sourceAttributes.ts";

/** The service fails with SchemaPropertyCanOnlyAcceptValue where several values meet an attribute for one. */
export const multiToSingle: Rule = {
  code: "multi-to-single",
  severity: "error",
  source: `${mappingsPage}#editing-the-list-of-supported-attributes`,
  check: report => ({
    AttributeMapping(attributeMapping, mapping) {
      const fact = mapping.targetAttributes.byName.get(attributeMapping.target.text);
      const expression = expressionOf(attributeMapping);
      if (fact === undefined || fact.multivalued || expression === undefined) return;
      for (const node of resultsOf(expression)) {
        const message = severalValues(node, fact.name, mapping);
        if (message === undefined) continue;
        report(node.span, message, wrap(node.span, 'Join(", ", ', ")", l10n.t("Join the values into one text")));
      }
    },
  }),
};

/** Says what gives the target several values; undefined where a node gives one, or another rule speaks of it. */
function severalValues(node: Expression, target: string, mapping: ObjectMapping): string | undefined {
  const fact = factOf(node, mapping);
  if (fact !== undefined) {
    const isOthers = fact.name === "appRoleAssignments" || isDirectoryExtension(fact.name);
    if (!fact.multivalued || isOthers) return undefined;
    return l10n.t`'${target}' holds one value, and '${fact.name}' several: join them, or take one with Item.`;
  }
  if (node.kind !== "Call" || calls(node, "Split") || calledOf(node, roleFunctions)) return undefined;
  const definition = calledFunction(node);
  if (definition?.returns === "list") {
    return l10n.t`'${target}' holds one value, and ${definition.name} gives several: join them, or take one with Item.`;
  }
  const each = definition?.parameters.find(({ eachValue }) => eachValue);
  const argument = each && argumentFor(node, each.name);
  return argument && severalValues(argument, target, mapping);
}
