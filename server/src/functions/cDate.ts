import { date, eager, type FunctionDefinition } from "./definition.ts";

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
  remarks: [
    "Reads ISO 8601, month before day as in 1/31/2026 9:00:00 AM, and months by name.",
    "A date without an offset is taken as UTC.",
    "An absent or unreadable date fails: guard an attribute that may be absent with Switch or IIF.",
  ],
  parameters,
  returns: "dateTime",
  examples: [
    {
      expression: "CDate([StatusHireDate])",
      input: { StatusHireDate: "2020-03-16-07:00" },
      result: "3/16/2020 7:00:00 AM",
    },
    {
      expression: "CDate([modified])",
      input: { modified: "2009-06-15T01:45:30-07:00" },
      result: "6/15/2009 8:45:30 AM",
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#cdate",
  implementation: eager(parameters, date => date),
};
