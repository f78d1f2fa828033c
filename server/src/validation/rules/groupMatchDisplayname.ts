import * as l10n from "@vscode/l10n";
import type { AttributeMapping, ObjectMapping } from "../../model/configuration.ts";
import { attributesIn, expressionOf } from "../attributesIn.ts";
import { calls } from "../calls.ts";
import { matchingAttributes } from "../matching.ts";
import { mayLack } from "../mayLack.ts";
import { scimPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/**
 * By default groups are matched by their names, which Entra does not keep unique. That is told where names are likely to
 * meet: among all groups of the tenant, or where they are cut.
 */
export const groupMatchDisplayname: Rule = {
  code: "group-match-displayname",
  severity: "warning",
  source: `${scimPage}#groups`,
  check: (report, { application }) => ({
    ObjectMapping(mapping) {
      if (mapping.sourceObject.text !== "Group") return;
      const matching = matchingAttributes(mapping);
      for (const one of matching) {
        const problem =
          (matching.length === 1 ? absence(one, mapping) : undefined) ?? collision(one, application?.scope === "all");
        if (problem !== undefined) report(one.target.span, problem);
      }
    },
  }),
};

function absence(matching: AttributeMapping, mapping: ObjectMapping): string | undefined {
  const [name = "", second] = [...attributesIn(expressionOf(matching))];
  if (second !== undefined || !mayLack(name, mapping)) return undefined;
  return l10n.t`A group without '${name}' is not provisioned, nor are its members: match by one that every group has, such as displayName or objectId.`;
}

function collision(matching: AttributeMapping, isWholeTenant: boolean): string | undefined {
  const expression = expressionOf(matching);
  if (!attributesIn(expression).has("displayName")) return undefined;
  if (isWholeTenant) {
    return l10n.t(
      "Among all groups of a tenant some have the same displayName, and would become one group: match by objectId, or set scope: assigned.",
    );
  }
  if (!calls(expression, "Left") && !calls(expression, "Mid")) return undefined;
  return l10n.t(
    "Names that are cut can become equal, and their groups one: match by the whole displayName, or by objectId.",
  );
}
