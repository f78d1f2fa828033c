import * as l10n from "@vscode/l10n";
import { type Call, nameOf } from "../../language/expression/tree.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import { calledOf } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalText } from "../literals.ts";
import { functionsPage, mappingsPage } from "../pages.ts";
import { presenceTest } from "../presence.ts";
import { switchOnPresence, switchParts } from "../rewrites.ts";
import type { Fix, Rule } from "../rule.ts";
import { factOf } from "../sourceAttributes.ts";

const presenceFunctions: ReadonlySet<string> = new Set(["IsPresent", "IsNull", "IsNullOrEmpty"]);

/** Two of Microsoft's pages disagree here, so it is a warning: the functions reference forbids what the mappings tutorial shows. */
export const switchIspresentSource: Rule = {
  code: "switch-ispresent-source",
  severity: "warning",
  source: `${functionsPage}#switch`,
  check: report => ({
    calls: {
      Switch(call, { mapping }) {
        const [source] = call.arguments;
        const name = calledOf(source, presenceFunctions);
        if (source?.kind !== "Call" || name === undefined) return;
        report(
          nameOf(source).span,
          l10n.t`The functions reference says not to use ${name} as the source of Switch; the mappings tutorial does it (${mappingsPage}). Switch([attribute], [attribute], "", "other") needs neither: the key "" stands for an absent value.`,
          ...rewrite(call, mapping),
        );
      },
    },
  }),
};

/** The Switch over the value itself, where the keys are True and False, each at most once. */
function rewrite(call: Call, mapping: ObjectMapping): readonly Fix[] {
  const parts = switchParts(call);
  const test = presenceTest(parts?.source);
  if (parts === undefined || test?.emptyIsAbsent !== true || factOf(test.tested, mapping)?.type === "Reference")
    return [];
  const keys = parts.pairs.map(({ key }) => literalText(key));
  if (!keys.every(key => key === "True" || key === "False")) return [];
  const valueFor = (key: "True" | "False") => parts.pairs[keys.indexOf(key)]?.value ?? parts.defaultValue;
  const [whenTrue, whenFalse] = [valueFor("True"), valueFor("False")];
  const [present, absent] = test.whenPresent ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  if (absent.kind === "Omitted") return [];
  return [changeTo(call.span, switchOnPresence(test.tested, present, absent), l10n.t('Rewrite with the key ""'))];
}
