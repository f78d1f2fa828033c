import * as l10n from "@vscode/l10n";
import type { Word } from "../../language/text.ts";
import { settingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A file configures one application, to which all of its mappings belong. */
export const duplicateApplication: Rule = {
  code: "duplicate-application",
  severity: "error",
  source: `${settingsPage}#configuring-automatic-user-account-provisioning`,
  tag: "unnecessary",
  check: report => {
    let first: Word | undefined;
    return {
      PropertyBlock({ block, name }) {
        if (block !== "application") return;
        if (first === undefined) first = name;
        else {
          const message = l10n.t`The file configures '${first.text}' already, and nothing reads a second application: give '${name.text}' a file of its own.`;
          report(name.span, message, { span: first.span, message: l10n.t("The application of the file.") });
        }
      },
    };
  },
};
