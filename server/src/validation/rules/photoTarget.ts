import * as l10n from "@vscode/l10n";
import { remove } from "../fixes.ts";
import { isCloudSync } from "../jobs.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Nothing says in which format a picture should go to an application; cloud sync has a mapping of thumbnailPhoto from the start. */
export const photoTarget: Rule = {
  code: "photo-target",
  severity: "error",
  source: `${mappingsPage}#what-you-should-know`,
  check: (report, { template }) => ({
    AttributeMapping({ target, span }) {
      if (isCloudSync(template) || !/^(photos?|thumbnailPhoto|jpegPhoto)(?![\w-])/i.test(target.text)) return;
      const message = l10n.t("Entra does not provision photos: remove the mapping.");
      report(target.span, message, remove(span, l10n.t`Remove the mapping of '${target.text}'`));
    },
  }),
};
