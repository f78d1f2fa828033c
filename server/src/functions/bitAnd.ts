import { any, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isFailure } from "./values.ts";
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
  source: `${functionsPage}#bitand`,
  implementation: eager(parameters, (value1, value2) => {
    const left = wholeNumber("value1", value1);
    if (isFailure(left)) return left;
    const right = wholeNumber("value2", value2);
    return isFailure(right) ? right : left & right;
  }),
};
