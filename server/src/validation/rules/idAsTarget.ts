import * as l10n from "@vscode/l10n";
import { remove } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The target makes the primary key; the service keeps it to find the object again. */
export const idAsTarget: Rule = {
  code: "id-as-target",
  severity: "error",
  source: `${mappingsPage}#what-you-should-know`,
  check: report => ({
    AttributeMapping({ target, span }) {
      if (target.text.toLowerCase() !== "id") return;
      const message = l10n.t(
        "'id' is the target's primary key, which the target makes: remove the mapping, or map externalId.",
      );
      report(target.span, message, remove(span, l10n.t("Remove the mapping of 'id'")));
    },
  }),
};
