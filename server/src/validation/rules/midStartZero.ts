import * as l10n from "@vscode/l10n";
import { argumentFor } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalNumber } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Mid counts from 1. */
export const midStartZero: Rule = {
  code: "mid-start-zero",
  severity: "error",
  source: `${functionsPage}#mid`,
  check: report => ({
    calls: {
      Mid(call) {
        const start = argumentFor(call, "start");
        const value = literalNumber(start);
        if (start === undefined || value === undefined || value >= 1) return;
        report(start.span, l10n.t`Mid counts from 1: no text starts at ${value}.`, changeTo(start.span, "1"));
      },
    },
  }),
};
