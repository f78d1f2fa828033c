import * as l10n from "@vscode/l10n";
import { isDirectoryExtension } from "../directoryExtensions.ts";
import { extensionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The name of a directory extension carries the application that owns it. */
export const directoryExtensionName: Rule = {
  code: "directory-extension-name",
  severity: "warning",
  source: `${extensionsPage}#create-an-extension-attribute-in-a-tenant-with-cloud-only-users`,
  check: report => ({
    ObjectDeclaration({ side, attributes }) {
      if (side !== "source") return;
      for (const { name } of attributes) {
        if (!isDirectoryExtension(name.text) || /^extension_[0-9a-f]{32}_\w+$/.test(name.text)) continue;
        report(
          name.span,
          l10n.t`'${name.text}' is no directory extension: its name is extension_, the 32 hexadecimal digits of the owning application's id, _ and the name, letter case included.`,
        );
      }
    },
  }),
};
