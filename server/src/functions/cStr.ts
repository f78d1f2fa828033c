import { eager, type FunctionDefinition, textOr } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [
  textOr(null, { name: "value", summary: "A number, a truth value, a date or a reference.", eachValue: true }),
] as const;

/** CStr gives the text of a value. */
export const cStr: FunctionDefinition = {
  name: "CStr",
  profiles: ["application", "cloudSync"],
  summary: "Converts a value to text.",
  parameters,
  returns: "text",
  source: `${functionsPage}#cstr`,
  implementation: eager(parameters, value => value),
};
