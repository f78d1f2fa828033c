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
  summary: "No multi-valued directory extension is mapped or filtered by.",
  bad: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 nickName <- [extension_0123456789abcdef0123456789abcdef_names] } attributes source User { extension_0123456789abcdef0123456789abcdef_names: String, multivalued }',
  good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 nickName <- [extension_0123456789abcdef0123456789abcdef_name] } attributes source User { extension_0123456789abcdef0123456789abcdef_name: String }',
  check: report =>
    eachSourceAttribute(({ name }, { sourceAttributes }) => {
      if (!isDirectoryExtension(name.text) || !sourceAttributes.byName.get(name.text)?.multivalued) return;
      const message = l10n.t`'${name.text}' holds several values, and provisioning reads directory extensions of one value only.`;
      report(name.span, message);
    }),
};
