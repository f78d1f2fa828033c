import * as l10n from "@vscode/l10n";
import { parameterAt } from "../../functions/arity.ts";
import type { Expression } from "../../language/expression/tree.ts";
import { calledFunction, callsOf } from "../calls.ts";
import { wrap } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const takingDates: ReadonlySet<string> = new Set(["DateAdd", "DateDiff"]);

/** DateAdd and DateDiff take dates, and an attribute or a string is a text. */
export const dateNeedsCdate: Rule = {
  code: "date-needs-cdate",
  severity: "warning",
  source: `${functionsPage}#datediff`,
  check: report => ({
    calls: callsOf(takingDates, call => {
      const definition = calledFunction(call);
      if (definition === undefined) return;
      call.arguments.forEach((argument, index) => {
        if (parameterAt(definition, index)?.type !== "dateTime" || !isText(argument)) return;
        const message = l10n.t`${definition.name} takes a date here, and this is a text: put CDate around it.`;
        report(argument.span, message, wrap(argument.span, "CDate(", ")", l10n.t("Wrap in CDate")));
      });
    }),
  }),
};

function isText(argument: Expression): boolean {
  if (argument.kind === "Call") return calledFunction(argument)?.returns === "text";
  return argument.kind === "AttributeReference" || argument.kind === "StringLiteral";
}
