import * as l10n from "@vscode/l10n";
import { argumentFor } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalNumber } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Item counts from 1. */
export const itemIndexZero: Rule = {
  code: "item-index-zero",
  severity: "error",
  source: `${functionsPage}#item`,
  check: report => ({
    calls: {
      Item(call) {
        const index = argumentFor(call, "index");
        const value = literalNumber(index);
        if (index === undefined || value === undefined || value > 0) return;
        report(index.span, l10n.t`Item counts from 1: it has no index ${value}.`, changeTo(index.span, "1"));
      },
    },
  }),
};
