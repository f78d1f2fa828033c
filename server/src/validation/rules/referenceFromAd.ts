import * as l10n from "@vscode/l10n";
import { isDirectoryExtension } from "../directoryExtensions.ts";
import { extensionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Active Directory's references reach Entra as names that point nowhere. */
export const referenceFromAd: Rule = {
  code: "reference-from-ad",
  severity: "warning",
  source: `${extensionsPage}#create-an-extension-attribute-using-microsoft-entra-connect`,
  check: report => ({
    ObjectDeclaration({ side, attributes }) {
      if (side !== "source") return;
      for (const { name, type } of attributes) {
        const isReference = type.text === "Reference" || /_(managedBy|DN|distinguishedName)$/i.test(name.text);
        if (!isDirectoryExtension(name.text) || !isReference) continue;
        const message = l10n.t`'${name.text}' holds a reference of Active Directory, which cannot be provisioned: synchronize a text, such as the name of what it points to.`;
        report(name.span, message);
      }
    },
  }),
};
