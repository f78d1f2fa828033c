import * as l10n from "@vscode/l10n";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Without the action create nobody gets an account who has none, which may be meant; but then nothing happens on create. */
export const updateWithoutCreate: Rule = {
  code: "update-without-create",
  severity: "information",
  source: `${mappingsPage}#editing-user-attribute-mappings`,
  tag: "unnecessary",
  check: report => ({
    AttributeMapping({ target, flowType }, { actions, name }) {
      if (flowType !== "ObjectAddOnly" || actions.create) return;
      const message = l10n.t`'${target.text}' is applied on create, and '${name.text}' creates nobody: it never flows.`;
      report(target.span, message);
    },
  }),
};
