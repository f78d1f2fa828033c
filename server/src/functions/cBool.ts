import * as l10n from "@vscode/l10n";
import { isTrue } from "./comparison.ts";
import { any, eager, type FunctionDefinition } from "./definition.ts";
import { failure } from "./values.ts";

const parameters = [
  {
    ...any({ name: "Expression", summary: "A comparison, or a value to read as a truth value." }),
    comparison: { left: "one", operator: "two", right: "three" },
  },
] as const;

/** CBool turns a comparison or a value into True or False. */
export const cBool: FunctionDefinition = {
  name: "CBool",
  profiles: ["application", "cloudSync"],
  summary: "Returns True for a comparison that holds, for True and for a number other than zero; else False.",
  remarks: ["An absent value is False.", "A text that is neither True, False nor a number fails."],
  parameters,
  returns: "boolean",
  examples: [
    {
      expression: "CBool([department] = [division])",
      input: { department: "Sales", division: "Sales" },
      result: "True",
    },
    { expression: "CBool(0)", result: "False" },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#cbool",
  implementation: eager(parameters, value =>
    typeof value === "string" && !/^\s*(true|false|[+-]?\d+(\.\d+)?)?\s*$/i.test(value)
      ? failure(l10n.t("Expression is neither True, False nor a number."))
      : isTrue(value),
  ),
};
