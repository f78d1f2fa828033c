import * as l10n from "@vscode/l10n";
import { date, eager, type FunctionDefinition } from "./definition.ts";
import { fileTimeOf } from "./fileTime.ts";
import { functionsPage } from "./pages.ts";
import { failure } from "./values.ts";

const parameters = [
  date({ name: "value", summary: "The text of a date in ISO 8601, or a date such as CDate([endDate]) gives." }),
] as const;

/** NumFromDate gives the number that Active Directory has for a date. */
export const numFromDate: FunctionDefinition = {
  name: "NumFromDate",
  profiles: ["application"],
  summary: "Turns a date into the number that Active Directory has for it, the count of 100 ns since 1601.",
  parameters,
  returns: "integer",
  source: `${functionsPage}#numfromdate`,
  implementation: eager(parameters, ({ ticks }) => {
    const fileTime = fileTimeOf(ticks);
    return fileTime < 0n
      ? failure(l10n.t("dates before January 1, 1601 have no number in Active Directory."))
      : fileTime;
  }),
};
