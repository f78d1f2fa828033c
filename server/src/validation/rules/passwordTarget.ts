import * as l10n from "@vscode/l10n";
import { expressionOf } from "../attributesIn.ts";
import { remove } from "../fixes.ts";
import { knownIssuesPage } from "../pages.ts";
import { isMadeUp, isPassword } from "../passwords.ts";
import type { Rule } from "../rule.ts";

/** Entra does not know anybody's password, and what an attribute holds everybody can read. */
export const passwordTarget: Rule = {
  code: "password-target",
  severity: "error",
  source: `${knownIssuesPage}#unsupported-scenarios`,
  check: report => ({
    AttributeMapping(attributeMapping) {
      const { target, span } = attributeMapping;
      const expression = expressionOf(attributeMapping);
      if (expression === undefined || !isPassword(target.text) || isMadeUp(expression)) return;
      const message = l10n.t`Passwords cannot be provisioned: remove the mapping, or begin with a random one by Redact(RandomString(16, 2, 2, 2, 2)) on create.`;
      report(target.span, message, remove(span, l10n.t`Remove the mapping of '${target.text}'`));
    },
  }),
};
