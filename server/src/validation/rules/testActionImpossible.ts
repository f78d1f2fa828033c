import * as l10n from "@vscode/l10n";
import { expectedActions } from "../../catalogue/properties.ts";
import type { Word } from "../../language/text.ts";
import type { Configuration, ObjectMapping, TargetObjectActions } from "../../model/configuration.ts";
import type { MappingTest } from "../../model/mappingTest.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { onDemandPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** Some actions cannot come of what a test says of the object and the target, whatever the expressions give. */
export const testActionImpossible: Rule = {
  code: "test-action-impossible",
  severity: "error",
  source: onDemandPage,
  check: (report, { application }) => ({
    MappingTest(test, mapping) {
      for (const { action } of test.expectations) {
        if (action.text === "") continue;
        const obstacle = obstacleTo(action.text, { test, mapping, application });
        if (!actions.includes(action.text)) reportUnknownAction(report, action);
        else if (obstacle !== undefined) report(action.span, obstacle);
      }
    },
  }),
};

const actions = expectedActions.map(({ word }) => word);

function reportUnknownAction(report: Report, { text, span }: Word): void {
  const meant = didYouMean(text, actions);
  const fixes = meant === undefined ? [] : [changeTo(span, meant)];
  report(span, l10n.t`'${text}' is no action. Expect one of ${actions.join(", ")}.` + offer(meant), ...fixes);
}

interface Facts {
  readonly test: MappingTest;
  readonly mapping: ObjectMapping | undefined;
  readonly application: Configuration["application"];
}

/** Why the action cannot come, and the remedy. */
function obstacleTo(action: string, { test, mapping, application }: Facts): string | undefined {
  const allowed = allowing[action];
  const scope = application?.scope ?? "assigned";
  if (mapping?.enabled === false && action !== "skip")
    return l10n.t("The mapping is not enabled and skips every object: expect skip, or enable the mapping.");
  if (allowed !== undefined && mapping?.actions[allowed] === false)
    return l10n.t`The mapping does not allow the action ${allowed}: expect skip, or add it to the mapping's 'actions'.`;
  if (test.existing === undefined && needsAccount.includes(action))
    return l10n.t`The target holds nothing that '${action}' could be done to: add existing: { … } with the matching attribute.`;
  if (action === "delete" && isHere(test))
    return l10n.t(
      "Only what is gone from Entra is deleted in the target: add permanentlyDeleted: true to the object, or expect disable.",
    );
  if (!test.assigned && scope === "assigned" && needsEntitlement.includes(action))
    return l10n.t(
      "An object that is not assigned is out of scope: expect skip or disable, or remove 'assigned: false'.",
    );
  return undefined;
}

/** The target object action that each needs; disabling counts as an update. */
const allowing: Readonly<Record<string, keyof TargetObjectActions>> = {
  create: "create",
  update: "update",
  disable: "update",
  delete: "delete",
};

const needsAccount: readonly string[] = ["update", "disable", "delete"];
const needsEntitlement: readonly string[] = ["create", "update"];

/** True for an object that the test writes out without saying that it is gone. */
function isHere({ subjects }: MappingTest): boolean {
  return subjects.some(
    ({ key, attributes }) =>
      key === undefined && !attributes.some(({ name, value }) => name.text === "permanentlyDeleted" && value === true),
  );
}
