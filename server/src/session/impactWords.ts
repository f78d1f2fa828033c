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
export const actionWords: Readonly<Record<ImpactAction, string>> = {
  create: "create",
  update: "update",
  disable: "disable",
  delete: "delete",
  fail: "fail",
  skip: "skip",
  noChange: "no change",
};

/** A number with its noun. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

/** A value on one line; a redacted one is masked already, and stands without quotes. */
export function shown(value: FlowValue, redacted: boolean | undefined): string {
  if (value === null) return "absent";
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
  const now = `${counted(inScope.after, "object")} in scope`;
  if (!existed) return `${now}; the mapping is new`;
  return `${now}, ${inScope.before.toLocaleString("en-US")} before (${joins.toLocaleString("en-US")} come in, ${leaves.toLocaleString("en-US")} out)`;
}

/** The verdict on the accidental-deletions threshold, in one sentence. */
export function thresholdText({ deletions, threshold, trips }: ThresholdVerdict): string {
  const accounts = `${counted(deletions, "account")} would be disabled or deleted`;
  if (threshold === undefined)
    return `${accounts}; the application has no accidental-deletions threshold that would stop it.`;
  return trips
    ? `${accounts}, more than the accidental-deletions threshold of ${threshold}: the cycle would stop and the job go into quarantine.`
    : `${accounts}, within the accidental-deletions threshold of ${threshold}.`;
}

/** One line for each collision. */
export function collisionTexts({ examples }: CollisionImpact): readonly string[] {
  return examples.map(({ target, value, people, total, existed }) => {
    const names = people.map(({ displayName }) => visible(displayName)).join(", ");
    const more = total > people.length ? ` and ${total - people.length} more` : "";
    return `${visible(target)} ${JSON.stringify(visible(value))} is given by ${names}${more}${existed ? ", as before" : ""}`;
  });
}
