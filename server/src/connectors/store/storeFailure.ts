import { InputError } from "../inputError.ts";

const remedies: Readonly<Record<number, readonly [what: string, remedy: string]>> = {
  5: ["another program has it locked", "Close what has the file open, and run again."],
  6: ["another program has it locked", "Close what has the file open, and run again."],
  8: ["it is read-only", "Give yourself permission to write to the file and its folder."],
  10: ["the disk failed", "Check the disk, and run again: what was stored before is there."],
  11: ["it is damaged", "Put back a copy of it, or remove it: the next cycle finds the accounts again by matching."],
  13: ["the disk is full", "Make room, and run again: what was stored before is there."],
  14: ["it cannot be opened", "Check that its folder exists and may be written to."],
  26: ["it is no store of Mapwright", "Move the file away: the next cycle finds the accounts again by matching."],
};

/** The error for a store that SQLite cannot read or write (sqlite.org/rescode.html), with what to do; any other error as it is. */
export function storeFailure(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return error;
  const [what, remedy] = remedies[error.errcode & 0xff] ?? [error.message, "Check the file, and run again."];
  return new InputError(`${path}: the store cannot be used, as ${what}. ${remedy}`, { cause: error });
}
