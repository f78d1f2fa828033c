import * as l10n from "@vscode/l10n";
import { type Expression, writtenString } from "../../language/expression/tree.ts";
import { attributesIn, expressionOf } from "../attributesIn.ts";
import { calls } from "../calls.ts";
import { knownIssuesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The target is asked with a filter, in which the service does not escape characters such as #. */
export const filterSpecialChars: Rule = {
  code: "filter-special-chars",
  severity: "warning",
  source: `${knownIssuesPage}#special-characters-are-not-supported-on-joining-properties`,
  check: report => ({
    AttributeMapping(attributeMapping) {
      const expression = expressionOf(attributeMapping);
      if (attributeMapping.matchingPrecedence === undefined || expression === undefined) return;
      const { text } = attributeMapping.target;
      const added = expression.kind === "Call" ? addedText(expression) : undefined;
      if (added !== undefined) {
        report(
          added.span,
          l10n.t`The target cannot be asked for a '${text}' with special characters: leave out ${writtenString(added)}, or match by another attribute.`,
        );
      } else if (attributesIn(expression).has("originalUserPrincipalName")) {
        const message = l10n.t`The originalUserPrincipalName of a guest has #EXT# in it, and the target cannot be asked for special characters: match by userPrincipalName or objectId.`;
        report(expression.span, message);
      }
    },
  }),
};

/** A text with special characters that becomes a part of the value. */
function addedText(node: Expression): Extract<Expression, { kind: "StringLiteral" }> | undefined {
  if (node.kind === "StringLiteral") return /[^\p{L}\p{N}@._ -]/u.test(node.value) ? node : undefined;
  const adds = calls(node, "Append") || calls(node, "Prepend") || calls(node, "Join");
  if (!adds || node.kind !== "Call") return undefined;
  return node.arguments.map(addedText).find(literal => literal !== undefined);
}
