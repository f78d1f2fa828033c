import * as l10n from "@vscode/l10n";
import { remove } from "../fixes.ts";
import { isCrossTenant } from "../jobs.ts";
import { knownIssuesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Why cross-tenant synchronization cannot set an attribute, by its name in lower case. */
const refusals: Readonly<Record<string, () => string>> = {
  othermails: () =>
    l10n.t("The target tenant computes otherMails itself, and overwrites what is synchronized: remove the mapping."),
  proxyaddresses: () => l10n.t("Entra lets nobody write proxyAddresses: remove the mapping."),
  targetaddress: () => l10n.t("targetAddress belongs to Exchange: remove the mapping."),
  hiddenfromaddresslistsenabled: () =>
    l10n.t("hiddenFromAddressListsEnabled belongs to Exchange; Entra's own is showInAddressList: remove the mapping."),
};

/** Some attributes of a user in the other tenant are not for cross-tenant synchronization to set. */
export const xtTargetUnavailable: Rule = {
  code: "xt-target-unavailable",
  severity: "error",
  source: `${knownIssuesPage}#updating-exchange-attributes-such-as-proxyaddresses-and-hiddenfromaddresslistenabled`,
  check: (report, { template }) => ({
    AttributeMapping({ target, span }) {
      const message = isCrossTenant(template) ? refusals[target.text.toLowerCase()]?.() : undefined;
      if (message === undefined) return;
      report(target.span, message, remove(span, l10n.t`Remove the mapping of '${target.text}'`));
    },
  }),
};
