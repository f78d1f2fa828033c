import * as l10n from "@vscode/l10n";
import { callsOf } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import { roleFunctions } from "../roles.ts";
import type { Rule } from "../rule.ts";

/** A role function reads one attribute and no other. */
export const rolesArg: Rule = {
  code: "roles-arg",
  severity: "error",
  source: `${functionsPage}#singleapproleassignment`,
  check: report => ({
    calls: callsOf(roleFunctions, (call, _scope, name) => {
      const [argument] = call.arguments;
      if (argument === undefined) return;
      if (argument.kind === "Omitted" || argument.kind === "Missing") return;
      if (argument.kind === "AttributeReference" && argument.name === "appRoleAssignments") return;
      const message = l10n.t`${name} reads the user's roles: its argument is [appRoleAssignments] and nothing else.`;
      report(argument.span, message, changeTo(argument.span, "[appRoleAssignments]"));
    }),
  }),
};
