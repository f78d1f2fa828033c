import * as l10n from "@vscode/l10n";
import type {
  CollisionImpact,
  ImpactAction,
  MappingImpact,
  ThresholdVerdict,
  ValueChange,
} from "../engine/impact/result.ts";
import type { FlowValue } from "../engine/result.ts";
import { visible } from "./visible.ts";

/** What happens to a person, as one reads it. */
export function actionWord(action: ImpactAction): string {
  switch (action) {
    case "create":
      return l10n.t("create");
    case "update":
      return l10n.t("update");
    case "disable":
      return l10n.t("disable");
    case "delete":
      return l10n.t("delete");
    case "fail":
      return l10n.t("fail");
    case "skip":
      return l10n.t("skip");
    case "noChange":
      return l10n.t("no change");
  }
}

/** `100,000` */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** A value on one line; a redacted one is masked already, and stands without quotes. */
export function shown(value: FlowValue, redacted: boolean | undefined): string {
  if (value === null) return l10n.t("absent");
  if (redacted && typeof value === "string") return value;
  return visible(
    [value]
      .flat()
      .map(text => JSON.stringify(text))
      .join(", "),
  );
}

/** `title: "Aide" -> "Boss"` */
export function changeText({ target, oldValue, newValue, redacted }: ValueChange): string {
  return `${visible(target)}: ${shown(oldValue, redacted)} -> ${shown(newValue, redacted)}`;
}

/** How the scope of a mapping changes, in one line. */
export function scopeText({ inScope, joins, leaves, existed }: MappingImpact): string {
  const now = inScope.after === 1 ? l10n.t("1 object in scope") : l10n.t`${grouped(inScope.after)} objects in scope`;
  if (!existed) return l10n.t`${now}; the mapping is new`;
  return l10n.t`${now}, ${grouped(inScope.before)} before (${grouped(joins)} would come in, ${grouped(leaves)} would fall out)`;
}

/** The verdict on the accidental-deletions threshold, in one sentence. */
export function thresholdText({ deletions, threshold, trips }: ThresholdVerdict): string {
  const accounts =
    deletions === 1
      ? l10n.t("1 account would be disabled or deleted")
      : l10n.t`${grouped(deletions)} accounts would be disabled or deleted`;
  if (threshold === undefined)
    return l10n.t`${accounts}; the application has no accidental-deletions threshold that would stop it.`;
  return trips
    ? l10n.t`${accounts}, more than the accidental-deletions threshold of ${threshold}: the cycle would stop and the job go into quarantine.`
    : l10n.t`${accounts}, within the accidental-deletions threshold of ${threshold}.`;
}

/** One line for each collision. */
export function collisionTexts({ examples }: CollisionImpact): readonly string[] {
  return examples.map(({ target, value, people, total, existed }) => {
    const told = people.map(({ displayName }) => visible(displayName)).join(", ");
    const names = total > people.length ? l10n.t`${told} and ${total - people.length} more` : told;
    const shared = JSON.stringify(visible(value));
    return existed
      ? l10n.t`${visible(target)} ${shared} is given by ${names}, as before`
      : l10n.t`${visible(target)} ${shared} is given by ${names}`;
  });
}
