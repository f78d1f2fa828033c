import * as l10n from "@vscode/l10n";

/** `100,000` */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}

const nouns = {
  account: number => (number === 1 ? l10n.t("1 account") : l10n.t("{0} accounts", count(number))),
  attempt: number => (number === 1 ? l10n.t("1 attempt") : l10n.t("{0} attempts", count(number))),
  deletion: number => (number === 1 ? l10n.t("1 deletion") : l10n.t("{0} deletions", count(number))),
  error: number => (number === 1 ? l10n.t("1 error") : l10n.t("{0} errors", count(number))),
  group: number => (number === 1 ? l10n.t("1 group") : l10n.t("{0} groups", count(number))),
  member: number => (number === 1 ? l10n.t("1 member") : l10n.t("{0} members", count(number))),
  object: number => (number === 1 ? l10n.t("1 object") : l10n.t("{0} objects", count(number))),
  test: number => (number === 1 ? l10n.t("1 test") : l10n.t("{0} tests", count(number))),
  user: number => (number === 1 ? l10n.t("1 user") : l10n.t("{0} users", count(number))),
  warning: number => (number === 1 ? l10n.t("1 warning") : l10n.t("{0} warnings", count(number))),
} satisfies Record<string, (number: number) => string>;

/** `1 error`, `2 errors`. */
export function counted(number: number, noun: keyof typeof nouns): string {
  return nouns[noun](number);
}
