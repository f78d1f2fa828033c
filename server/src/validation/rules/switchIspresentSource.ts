import { calledFunction, calls } from "../calls.ts";
import { functionsPage, mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const presenceFunctions: ReadonlySet<string | undefined> = new Set(["IsPresent", "IsNull", "IsNullOrEmpty"]);

/** Two of Microsoft's pages disagree here, so it is a warning: the functions reference forbids what the mappings tutorial shows. */
export const switchIspresentSource: Rule = {
  code: "switch-ispresent-source",
  severity: "warning",
  source: `${functionsPage}#switch`,
  summary: "Switch compares a value, not the result of IsPresent, IsNull or IsNullOrEmpty.",
  bad: 'title <- Switch(IsPresent([jobTitle]), "Staff", "True", [jobTitle])',
  good: 'title <- Switch([jobTitle], [jobTitle], "", "Staff")',
  check: report => ({
    Call(call) {
      const [source] = call.arguments;
      if (!calls(call, "Switch") || source?.kind !== "Call") return;
      const name = calledFunction(source)?.name;
      if (!presenceFunctions.has(name)) return;
      report(
        source.name.span,
        `The functions reference says not to use ${name} as the source of Switch; the mappings tutorial does it ` +
          `(${mappingsPage}). Switch([attribute], [attribute], "", "other") needs neither: the key "" stands for an absent value.`,
      );
    },
  }),
};
