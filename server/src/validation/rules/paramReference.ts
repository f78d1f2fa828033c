import * as l10n from "@vscode/l10n";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { isCloudSync } from "../jobs.ts";
import { cloudSyncAttributesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const settings = ["DomainFQDN", "DomainNetBios", "ForestFQDN", "ForestNetBios"];

/** `%Name%` is a setting of the job. Jobs of cloud sync have such settings, those of applications have none. */
export const paramReference: Rule = {
  code: "param-reference",
  severity: "warning",
  source: cloudSyncAttributesPage,
  check: (report, { template }) => ({
    JobParameter({ name, span }) {
      if (!isCloudSync(template)) {
        report(span, l10n.t`Only jobs of cloud sync have settings such as %${name}%: write the value itself.`);
      } else if (!settings.includes(name)) {
        const meant = didYouMean(name, settings);
        const remedy = offer(meant, l10n.t`It has ${settings.join(", ")}.`);
        const fixes = meant === undefined ? [] : [changeTo(span, `%${meant}%`)];
        report(span, l10n.t`The job has no setting '${name}'.` + remedy, ...fixes);
      }
    },
  }),
};
