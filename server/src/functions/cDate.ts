import { date, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [
  date({
    name: "expression",
    summary: "The text of a date, such as [StatusHireDate], with or without time and offset.",
  }),
] as const;

/** CDate reads the text of a date. */
export const cDate: FunctionDefinition = {
  name: "CDate",
  profiles: ["application"],
  summary: "Turns the text of a date into a date in UTC, printed as `M/d/yyyy h:mm:ss tt`.",
  parameters,
  returns: "dateTime",
  source: `${functionsPage}#cdate`,
  implementation: eager(parameters, date => date),
};
