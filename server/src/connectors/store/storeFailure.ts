import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";

type Explanation = readonly [what: string, remedy: string];

function explain(errcode: number, message: string): Explanation {
  switch (errcode & 0xff) {
    case 5:
    case 6:
      return [l10n.t("another program has it locked"), l10n.t("Close what has the file open, and run again.")];
    case 8:
      return [l10n.t("it is read-only"), l10n.t("Give yourself permission to write to the file and its folder.")];
    case 10:
      return [l10n.t("the disk failed"), l10n.t("Check the disk, and run again: what was stored before is there.")];
    case 11:
      return [
        l10n.t("it is damaged"),
        l10n.t("Put back a copy of it, or remove it: the next cycle finds the accounts again by matching."),
      ];
    case 13:
      return [l10n.t("the disk is full"), l10n.t("Make room, and run again: what was stored before is there.")];
    case 14:
      return [l10n.t("it cannot be opened"), l10n.t("Check that its folder exists and may be written to.")];
    case 26:
      return [
        l10n.t("it is no store of Mapwright"),
        l10n.t("Move the file away: the next cycle finds the accounts again by matching."),
      ];
    default:
      return [message, l10n.t("Check the file, and run again.")];
  }
}

/** The error for a store that SQLite cannot read or write (sqlite.org/rescode.html), with what to do; any other error as it is. */
export function storeFailure(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return error;
  const [what, remedy] = explain(error.errcode, error.message);
  return new InputError(l10n.t`${path}: the store cannot be used, as ${what}. ${remedy}`, { cause: error });
}
