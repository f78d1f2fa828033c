import * as l10n from "@vscode/l10n";

/** A wait before a request goes out. */
export interface Wait {
  /** `asked`: the target wants to be left alone. `again`: an attempt failed, and this is the time before the next. */
  readonly kind: "asked" | "again";
  readonly milliseconds: number;
}

/** The wait in a sentence, for whoever watches: "The target asked to wait 30 s." */
export function waitText({ kind, milliseconds }: Wait): string {
  const seconds = milliseconds < 10_000 ? Math.ceil(milliseconds / 100) / 10 : Math.ceil(milliseconds / 1000);
  return kind === "asked"
    ? l10n.t`The target asked to wait ${seconds} s.`
    : l10n.t`The target is asked again in ${seconds} s.`;
}
