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
  summary: "A user is matched by a value that no other user has, and every user has a value to be matched by.",
  bad: 'emails[type eq "work"].value <- [mail] match 1 userName <- [userPrincipalName]',
  good: "externalId <- [objectId] match 1 userName <- [userPrincipalName]",
  check: report => ({
    ObjectMapping(mapping) {
      if (mapping.sourceObject.text === "Group") return;
      const matching = matchingAttributes(mapping);
      const shared = matching.filter(one => sharedValue(one) !== undefined);
      for (const one of shared) {
        report(
          one.target.span,
          `${sharedValue(one)}: matching by '${one.target.text}' can find somebody else's account.`,
        );
      }
      const [first] = matching;
      const absent = matching.flatMap(one => absentAttribute(one, mapping) ?? []);
      if (first === undefined || shared.length > 0 || absent.length < matching.length) return;
      const names = absent.map(name => `'${name}'`).join(" and ");
      const message = `A user without ${names} cannot be matched, and is skipped: match by an attribute that everybody has, or filter by ${absent[0]} IS NOT NULL.`;
      report(first.target.span, message);
    },
  }),
};

/** What is wrong with the value that a matching attribute is compared with; undefined where nothing is known to be. */
function sharedValue(attributeMapping: AttributeMapping): string | undefined {
  const { source } = attributeMapping;
  if (source.kind === "None") return "No source gives a value to look for";
  if (source.kind === "Constant") return `Everybody has the value "${source.value}"`;
  const expression = expressionOf(attributeMapping);
  const name = attributesIn(expression).size === 1 ? commonAttributeOf(expression) : undefined;
  return name === undefined ? undefined : `Several people can have the same '${name}'`;
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
