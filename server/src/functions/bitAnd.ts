import * as l10n from "@vscode/l10n";
import { any, eager, type FunctionDefinition } from "./definition.ts";
import { failure } from "./values.ts";
import { wholeNumber } from "./wholeNumber.ts";

const parameters = [
  any({ name: "value1", key: "left", summary: "A whole number, such as `&HF` or [userAccountControl]." }),
  any({ name: "value2", key: "right", summary: "The bits to keep." }),
] as const;

/** BitAnd keeps the bits that two whole numbers share. */
export const bitAnd: FunctionDefinition = {
  name: "BitAnd",
  profiles: ["application", "cloudSync"],
  summary: "Returns the bits that are set in both numbers.",
  parameters,
  returns: "integer",
  implementation: eager(parameters, (value1, value2) => {
    const left = wholeNumber(value1);
    const right = wholeNumber(value2);
    if (left === undefined) return failure(l10n.t("value1 is not a whole number."));
    if (right === undefined) return failure(l10n.t("value2 is not a whole number."));
    return BigInt.asIntN(64, left & right);
  }),
};
