import * as l10n from "@vscode/l10n";
import { isTrue } from "./comparison.ts";
import { any, eager, type FunctionDefinition } from "./definition.ts";
import { trim } from "./dotnet/whiteSpace.ts";
import { functionsPage } from "./pages.ts";
import { failure, wholeText } from "./values.ts";

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
  parameters,
  returns: "boolean",
  source: `${functionsPage}#cbool`,
  implementation: eager(parameters, value =>
    /^(true|false|[+-]?\d+(\.\d+)?)?$/i.test(trim(wholeText(value)))
      ? isTrue(value)
      : failure(l10n.t("Expression is neither True, False nor a number.")),
  ),
};
