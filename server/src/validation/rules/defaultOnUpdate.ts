import * as l10n from "@vscode/l10n";
import { remove } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A default value is for new objects: an update leaves what the target holds. */
export const defaultOnUpdate: Rule = {
  code: "default-on-update",
  severity: "warning",
  source: `${mappingsPage}#understanding-attribute-mapping-properties`,
  tag: "unnecessary",
  check: report => ({
    AttributeMapping({ target, source, defaultValue, defaultModifier }, { actions }) {
      if (defaultValue === undefined || actions.create || source.kind === "None") return;
      const span = defaultModifier ?? target.span;
      const message = l10n.t`The default "${defaultValue}" is for new objects, and this mapping creates none: allow the action create, or give the value by Coalesce or Switch.`;
      report(span, message, ...(defaultModifier ? [remove(defaultModifier, l10n.t("Remove the default value"))] : []));
    },
  }),
};
