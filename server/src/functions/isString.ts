import { any, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isList } from "./values.ts";

const parameters = [any({ name: "Expression", summary: "The value to look at." })] as const;

/** IsString tells whether a value can be read as a text. */
export const isString: FunctionDefinition = {
  name: "IsString",
  profiles: ["application", "cloudSync"],
  summary: "Returns True where the value can be converted to text.",
  parameters,
  returns: "boolean",
  source: `${functionsPage}#isstring`,
  implementation: eager(parameters, value => value !== null && !isList(value)),
};
