import * as l10n from "@vscode/l10n";
import type {
  Collision,
  ImpactAction,
  ImpactBase,
  MappingImpact,
  ThresholdVerdict,
  ValueChange,
} from "../../../server/src/protocol/impact.ts";
import { count, counted } from "../counted.ts";

/** What a person reads for each action. */
export const actionWords: Readonly<Record<ImpactAction, string>> = {
  create: l10n.t("Create"),
  update: l10n.t("Update"),
  disable: l10n.t("Disable"),
  delete: l10n.t("Delete"),
  fail: l10n.t("Fail"),
  skip: l10n.t("Skip"),
  noChange: l10n.t("No change"),
};

/** What would become of so many. */
const fates: Readonly<Record<ImpactAction, (number: string) => string>> = {
  create: number => l10n.t("{0} would be created", number),
  update: number => l10n.t("{0} would be updated", number),
  disable: number => l10n.t("{0} would be disabled", number),
  delete: number => l10n.t("{0} would be deleted", number),
  fail: number => l10n.t("{0} would fail", number),
  skip: number => l10n.t("{0} would be skipped", number),
  noChange: number => l10n.t("{0} would be left as they are", number),
};

/** `3 would be disabled, 12 would be updated` */
export function summaryText(people: readonly { readonly action: ImpactAction; readonly total: number }[]): string {
  if (people.length === 0) return l10n.t("Nothing would change for anybody");
  return people.map(({ action, total }) => fates[action](count(total))).join(", ");
}

/** What the version before is called. */
export function baseText(base: ImpactBase): string {
  switch (base.kind) {
    case "revision":
      return base.revision;
    case "saved":
      return l10n.t("the saved file");
    case "text":
      return l10n.t("the file before it was saved");
  }
}

/** A value on one line; a redacted one is masked already, and stands without quotes. */
export function valueText(value: ValueChange["oldValue"], redacted: boolean | undefined): string {
  if (value === null) return l10n.t("no value");
  if (redacted && typeof value === "string") return value;
  return [value]
    .flat()
    .map(text => JSON.stringify(text))
    .join(", ");
}

/** `9 in scope, 3 would fall out, 1 would come in` */
export function scopeText({ inScope, joins, leaves }: Pick<MappingImpact, "inScope" | "joins" | "leaves">): string {
  const parts = [
    l10n.t("{0} in scope", count(inScope.after)),
    ...(leaves > 0 ? [l10n.t("{0} would fall out", count(leaves))] : []),
    ...(joins > 0 ? [l10n.t("{0} would come in", count(joins))] : []),
  ];
  return parts.join(", ");
}

/** The verdict on the accidental-deletions threshold, in a sentence or two. */
export function thresholdText({ deletions, threshold, trips }: ThresholdVerdict): string {
  const accounts = counted(deletions, "account");
  if (threshold === undefined)
    return l10n.t(
      "{0} would be disabled or deleted. The application has no accidental-deletions threshold that would stop it.",
      accounts,
    );
  return trips
    ? l10n.t(
        "{0} would be disabled or deleted, more than the accidental-deletions threshold of {1}: the cycle would stop and the job go into quarantine.",
        accounts,
        count(threshold),
      )
    : l10n.t(
        "{0} would be disabled or deleted, within the accidental-deletions threshold of {1}.",
        accounts,
        count(threshold),
      );
}

/** One sentence: which value is shared by whom. */
export function collisionText({ target, value, people, total, existed }: Collision): string {
  const names = people.map(({ displayName }) => displayName).join(", ");
  const more = total - people.length;
  const who = more > 0 ? l10n.t("{0} and {1} more", names, count(more)) : names;
  const shared = JSON.stringify(value);
  return existed
    ? l10n.t("{0} {1} is given by {2}, as before.", target, shared, who)
    : l10n.t("{0} {1} is given by {2}.", target, shared, who);
}

/** The warning of an edit that is saved; undefined where the accounts that it would disable or delete are not more than the application's threshold, or the usual one where it has none. */
export function warningText(
  file: string,
  { deletions, threshold }: ThresholdVerdict,
  usualThreshold: number,
): string | undefined {
  if (deletions <= (threshold ?? usualThreshold)) return undefined;
  const accounts = counted(deletions, "account");
  return threshold === undefined
    ? l10n.t(
        "With this edit of {0}, {1} would be disabled or deleted: more than the {2} of the setting mapwright.impact.deleteThreshold.",
        file,
        accounts,
        count(usualThreshold),
      )
    : l10n.t(
        "With this edit of {0}, {1} would be disabled or deleted: more than the accidental-deletions threshold of {2}.",
        file,
        accounts,
        count(threshold),
      );
}
