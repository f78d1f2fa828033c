import { eager, type FunctionDefinition } from "./definition.ts";
import { ticksOfMilliseconds } from "./dotnet/calendar.ts";
import { functionsPage } from "./pages.ts";
import { dateTime } from "./values.ts";

/** Now gives the current instant. */
export const now: FunctionDefinition = {
  name: "Now",
  profiles: ["application"],
  summary: "Returns the current date and time in UTC, as `M/d/yyyy h:mm:ss tt`.",
  parameters: [],
  returns: "dateTime",
  source: `${functionsPage}#now`,
  implementation: eager([], context => dateTime(ticksOfMilliseconds(context.now()))),
};
