import * as l10n from "@vscode/l10n";
import type { AttributeReference, Expression } from "../../language/expression/tree.ts";
import { children, nameOf } from "../../language/expression/tree.ts";
import { changeTo } from "../fixes.ts";
import { howItWorksPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The userPrincipalName of a guest flows as the address of home. That is told where an expression looks for #EXT# in it. */
export const upnGuest: Rule = {
  code: "upn-guest",
  severity: "warning",
  source: `${howItWorksPage}#b2b-guest-users`,
  check: report => ({
    Call(call, { mapping }) {
      const looksForGuests = call.arguments.some(node => node.kind === "StringLiteral" && /#EXT#/i.test(node.value));
      const read = looksForGuests ? principalName(call) : undefined;
      if (read === undefined || !mapping.sourceAttributes.byName.has("originalUserPrincipalName")) return;
      const message = l10n.t(
        "The userPrincipalName of a guest flows without #EXT# and what follows it: look for it in originalUserPrincipalName.",
      );
      const { span } = nameOf(read);
      report(span, message, changeTo(span, "originalUserPrincipalName"));
    },
  }),
};

function principalName(node: Expression): AttributeReference | undefined {
  if (node.kind === "AttributeReference" && node.name === "userPrincipalName") return node;
  for (const child of children(node)) {
    const found = principalName(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
