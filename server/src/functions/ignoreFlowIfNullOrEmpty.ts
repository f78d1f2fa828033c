import { any, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { ignoredFlow, isNullOrEmpty } from "./values.ts";

const parameters = [any({ name: "Expression", summary: "The value that flows unless it is null or empty." })] as const;

/** IgnoreFlowIfNullOrEmpty leaves the attribute out of the flow instead of clearing it in the target. */
export const ignoreFlowIfNullOrEmpty: FunctionDefinition = {
  name: "IgnoreFlowIfNullOrEmpty",
  profiles: ["application"],
  summary: "Returns the value, or leaves the attribute out of the flow when it is null or empty.",
  parameters,
  returns: "any",
  source: `${functionsPage}#ignoreflowifnullorempty`,
  implementation: eager(parameters, value => (isNullOrEmpty(value) ? ignoredFlow : value)),
};
