import * as l10n from "@vscode/l10n";
import { findOperator } from "../../catalogue/operators.ts";
import type { AttributeMapping, ObjectMapping } from "../../model/configuration.ts";
import { attributesIn, expressionOf } from "../attributesIn.ts";
import { commonAttributeOf } from "../commonAttributes.ts";
import { matchingAttributes } from "../matching.ts";
import { mayLack } from "../mayLack.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Whom a value finds that several people share depends on chance, and who lacks the value is skipped. */
export const matchingNotUnique: Rule = {
  code: "matching-not-unique",
  severity: "warning",
  source: `${mappingsPage}#matching-users-in-the-source-and-target--systems`,
  check: report => ({
    ObjectMapping(mapping) {
      if (mapping.sourceObject.text === "Group") return;
      const matching = matchingAttributes(mapping);
      for (const one of matching) {
        const shared = sharedValue(one);
        if (shared !== undefined) report(one.target.span, shared);
      }
      const [first] = matching;
      const absent = matching.flatMap(one => absentAttribute(one, mapping) ?? []);
      const [name] = absent;
      if (first === undefined || name === undefined || absent.length < matching.length) return;
      if (matching.some(one => sharedValue(one) !== undefined)) return;
      const names = absent.map(each => `'${each}'`).join(` ${l10n.t("and")} `);
      const message = l10n.t`A user without ${names} cannot be matched, and is skipped: match by an attribute that everybody has, or filter by ${name} IS NOT NULL.`;
      report(first.target.span, message);
    },
  }),
};

/** Says that a value may be somebody else's too; undefined where nothing is known to speak for that. */
function sharedValue(attributeMapping: AttributeMapping): string | undefined {
  const { source, target } = attributeMapping;
  if (source.kind === "None") {
    return l10n.t`No source gives a value to look for: matching by '${target.text}' can find somebody else's account.`;
  }
  if (source.kind === "Constant") {
    return l10n.t`Everybody has the value "${source.value}": matching by '${target.text}' can find somebody else's account.`;
  }
  const expression = expressionOf(attributeMapping);
  const name = attributesIn(expression).size === 1 ? commonAttributeOf(expression) : undefined;
  if (name === undefined) return undefined;
  return l10n.t`Several people can have the same '${name}': matching by '${target.text}' can find somebody else's account.`;
}

/** The one attribute that a value is made of, where somebody in scope may lack it. */
function absentAttribute(attributeMapping: AttributeMapping, mapping: ObjectMapping): string | undefined {
  const [name, second] = [...attributesIn(expressionOf(attributeMapping))];
  if (name === undefined || second !== undefined || !mayLack(name, mapping)) return undefined;
  return isFiltered(name, mapping) ? undefined : name;
}

/** A clause is false of an absent value, unless it asks for one. */
function isFiltered(name: string, { filters }: ObjectMapping): boolean {
  const scoping = filters.filter(({ group }) => group === "scoping");
  const asks = ({ attribute, operator }: { attribute: { text: string }; operator: { text: string } }) =>
    attribute.text === name && findOperator(operator.text)?.name !== "IS NULL";
  return scoping.length > 0 && scoping.every(({ clauses }) => clauses.some(asks));
}
