import * as l10n from "@vscode/l10n";
import { remove } from "../fixes.ts";
import { scimPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra's SCIM client leaves entitlements out. */
export const entitlementsUnsupported: Rule = {
  code: "entitlements-unsupported",
  severity: "error",
  source: `${scimPage}#users`,
  check: report => ({
    AttributeMapping({ target, span }) {
      if (!/^entitlements(?![\w-])/i.test(target.text)) return;
      const message = l10n.t(
        "Entra does not provision entitlements: give roles, or an attribute of the application's own.",
      );
      report(target.span, message, remove(span, l10n.t`Remove the mapping of '${target.text}'`));
    },
  }),
};
