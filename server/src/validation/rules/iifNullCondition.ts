import * as l10n from "@vscode/l10n";
import type { Call } from "../../language/expression/tree.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import { isWhole } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { isCloudSync } from "../jobs.ts";
import { entraToDirectoryPage, functionsPage } from "../pages.ts";
import { type PresenceTest, presenceTest } from "../presence.ts";
import { switchOnPresence } from "../rewrites.ts";
import type { Fix, Rule } from "../rule.ts";
import { factOf } from "../sourceAttributes.ts";

/** Two of Microsoft's pages disagree here: the reference of expressions calls unsupported what the shipped mappings of cloud sync do, of which nothing is told. */
export const iifNullCondition: Rule = {
  code: "iif-null-condition",
  severity: "warning",
  source: `${functionsPage}#known-limitations`,
  check: (report, { template }) => ({
    calls: {
      IIF(call, { mapping }) {
        if (isCloudSync(template)) return;
        const [condition] = call.arguments;
        const test = presenceTest(condition);
        if (condition === undefined || test === undefined) return;
        report(
          condition.span,
          l10n.t`The functions reference says that IIF cannot test whether a value is there; cloud sync's own mappings do it (${entraToDirectoryPage}). Switch([attribute], [attribute], "", "other") is sure: the key "" stands for an absent value.`,
          ...rewrite(call, test, mapping),
        );
      },
    },
  }),
};

function rewrite(
  call: Call,
  { tested, whenPresent, emptyIsAbsent }: PresenceTest,
  mapping: ObjectMapping,
): readonly Fix[] {
  const [, whenTrue, whenFalse] = call.arguments;
  if (!isWhole(call) || whenTrue === undefined || whenFalse === undefined) return [];
  const [present, absent] = whenPresent ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  const isReference = factOf(tested, mapping)?.type === "Reference";
  if (!emptyIsAbsent || isReference || absent.kind === "Omitted") return [];
  return [changeTo(call.span, switchOnPresence(tested, present, absent), l10n.t('Rewrite as Switch with the key ""'))];
}
