import { any, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [any({ name: "attribute", summary: "The value that no log may show." })] as const;

/** Redact keeps a value out of the logs. */
export const redact: FunctionDefinition = {
  name: "Redact",
  profiles: ["application"],
  summary: "Returns the value unchanged; provisioning logs show [Redact] in its place.",
  parameters,
  returns: "any",
  source: `${functionsPage}#redact`,
  implementation: eager(parameters, (value, { redact: mark }) => {
    mark();
    return value;
  }),
};
