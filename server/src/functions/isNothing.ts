import { any, eager, type FunctionDefinition } from "./definition.ts";
import { graphFunctionsPage } from "./pages.ts";
import { isList } from "./values.ts";

const parameters = [any({ name: "source", summary: "The value to look at." })] as const;

/** IsNothing tells whether a value is absent. */
export const isNothing: FunctionDefinition = {
  name: "IsNothing",
  profiles: ["graph"],
  summary: "Returns True where the value is absent.",
  parameters,
  returns: "boolean",
  source: graphFunctionsPage,
  implementation: eager(parameters, source => source === null || (isList(source) && source.length === 0)),
};
