import { any, eager, type FunctionDefinition } from "./definition.ts";
import { ignoredFlow, isNullOrEmpty } from "./values.ts";

const parameters = [any({ name: "Expression", summary: "The value that flows unless it is null or empty." })] as const;

/** IgnoreFlowIfNullOrEmpty leaves the attribute out of the flow instead of clearing it in the target. */
export const ignoreFlowIfNullOrEmpty: FunctionDefinition = {
  name: "IgnoreFlowIfNullOrEmpty",
  profiles: ["application"],
  summary: "Returns the value, or leaves the attribute out of the flow when it is null or empty.",
  remarks: ["Meant as the outermost function: the target then keeps the value it has."],
  parameters,
  returns: "any",
  examples: [
    {
      expression: 'IgnoreFlowIfNullOrEmpty(Switch([prefix], "", "3443", "Dr.", "3444", "Prof.", "3445", "Prof. Dr."))',
      input: { prefix: "0" },
      result: { flow: "ignored" },
    },
    { expression: "IgnoreFlowIfNullOrEmpty([country])", input: { country: "Sweden" }, result: "Sweden" },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#ignoreflowifnullorempty",
  implementation: eager(parameters, value => (isNullOrEmpty(value) ? ignoredFlow : value)),
};
