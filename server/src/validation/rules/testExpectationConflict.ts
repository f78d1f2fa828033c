import * as l10n from "@vscode/l10n";
import type { Expectation, ExpectedMember, ExpectedValue, MappingTest } from "../../model/mappingTest.ts";
import { remove } from "../fixes.ts";
import { onDemandPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** Expectations that no run can meet together, or that nothing can be compared with. */
export const testExpectationConflict: Rule = {
  code: "test-expectation-conflict",
  severity: "error",
  source: onDemandPage,
  check: report => ({
    MappingTest({ expectations }) {
      checkActions(report, expectations);
      for (const expectation of expectations) checkExpectation(report, expectation);
      checkRepeated(report, expectations);
    },
  }),
};

function checkActions(report: Report, [first, ...others]: MappingTest["expectations"]): void {
  for (const { action, span } of others) {
    if (first === undefined || action.text === first.action.text) continue;
    const message = l10n.t`The test expects ${first.action.text} before, and a run ends with one action: keep one.`;
    const related = { span: first.action.span, message: l10n.t("What is expected before.") };
    report(action.span, message, remove(span, l10n.t`Remove 'expect ${action.text}'`), related);
  }
}

const writesNothing: readonly string[] = ["skip", "fail", "delete"];

function checkExpectation(report: Report, { action, reason, attributes }: Expectation): void {
  if (reason !== undefined && typeof reason.value !== "string")
    report(reason.span, l10n.t`'reason' takes a text, such as "NotEffectivelyEntitled".`);
  for (const { name, value, span } of attributes) {
    if (writesNothing.includes(action.text)) {
      const message = l10n.t`A run that ends with ${action.text} leaves no values to look at: expect nothing of '${name.text}'.`;
      report(name.span, message, remove(span, l10n.t`Remove '${name.text}'`));
    } else if (value === undefined)
      report(
        span,
        l10n.t`Expect a text, a list or absent. A part of '${name.text}' has a name of its own, such as name.givenName.`,
      );
  }
}

function checkRepeated(report: Report, expectations: readonly Expectation[]): void {
  const seen = new Map<string, ExpectedMember>();
  for (const member of expectations.flatMap(({ attributes }) => attributes)) {
    const { name, value, span } = member;
    const first = seen.get(name.text);
    if (first === undefined) seen.set(name.text, member);
    else if (!isSame(first.value, value)) {
      const message = l10n.t`'${name.text}' is expected to hold something else before: keep one.`;
      const related = { span: first.span, message: l10n.t("What is expected before.") };
      report(name.span, message, remove(span, l10n.t`Remove this '${name.text}'`), related);
    }
  }
}

function isSame(left: ExpectedValue | undefined, right: ExpectedValue | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
