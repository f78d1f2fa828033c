import { any, eager, type FunctionDefinition } from "./definition.ts";

const parameters = [any({ name: "attribute", summary: "The value that no log may show." })] as const;

/** Redact keeps a value out of the logs. */
export const redact: FunctionDefinition = {
  name: "Redact",
  profiles: ["application"],
  summary: "Returns the value unchanged; provisioning logs show [Redact] in its place.",
  remarks: [
    "Previews, requests as shown and test results mask it as well; what is sent to the target holds the value.",
  ],
  parameters,
  returns: "any",
  examples: [{ expression: "Redact([birthDate])", input: { birthDate: "1815-12-10" }, result: "1815-12-10" }],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#redact",
  implementation: eager(parameters, (value, { redact: mark }) => {
    mark();
    return value;
  }),
};
