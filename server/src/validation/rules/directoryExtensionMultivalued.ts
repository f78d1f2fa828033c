import * as l10n from "@vscode/l10n";
import { isDirectoryExtension } from "../directoryExtensions.ts";
import { knownIssuesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { eachSourceAttribute } from "../sourceAttributes.ts";

/** Provisioning reads of a directory extension one value. */
export const directoryExtensionMultivalued: Rule = {
  code: "directory-extension-multivalued",
  severity: "error",
  source: `${knownIssuesPage}#multivalue-directory-extensions`,
  check: report =>
    eachSourceAttribute(({ name }, { sourceAttributes }) => {
      if (!isDirectoryExtension(name.text) || !sourceAttributes.byName.get(name.text)?.multivalued) return;
      const message = l10n.t`'${name.text}' holds several values, and provisioning reads directory extensions of one value only.`;
      report(name.span, message);
    }),
};
