import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition, integer, list } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { failure } from "./values.ts";

const parameters = [
  list({ name: "attribute", key: "source", summary: "A multi-valued attribute, or the result of Split." }),
  integer({ name: "index", summary: "The position of the value; the first is 1." }),
] as const;

/** Item picks one value of a list. */
export const item: FunctionDefinition = {
  name: "Item",
  profiles: ["application", "cloudSync"],
  summary: "Returns one value of a multi-valued attribute by its position.",
  parameters,
  returns: "text",
  source: `${functionsPage}#item`,
  implementation: eager(
    parameters,
    (values, index) =>
      values[index - 1] ?? failure(l10n.t`index is ${index}, but attribute has ${describeCount(values.length)}.`),
  ),
};

function describeCount(count: number): string {
  if (count === 0) return l10n.t("no values");
  return count === 1 ? l10n.t("one value") : l10n.t`${count} values`;
}
