import * as l10n from "@vscode/l10n";
import { newBudget } from "../../functions/dotnet/regex/budget.ts";
import { isList, toText, type Value } from "../../functions/values.ts";
import type { ObjectMapping, ScopingFilter } from "../../model/configuration.ts";
import { withAttribute } from "../expression/attributeRow.ts";
import type { SourceObject } from "../ports.ts";
import type { FilterReport, ScopeCondition, ScopeReport } from "../result.ts";
import type { EngineAssumption } from "../statedAssumptions.ts";
import { type ClauseVerdict, clauseText, compileClause, type Reasons } from "./clause.ts";

/** Whether an object is to be provisioned, and what follows from it. */
export interface ScopeVerdict {
  readonly report: ScopeReport;
  /** Assigned, where that is asked, and inside the scoping filters. */
  readonly entitled: boolean;
  /** Present and not disabled in the source. */
  readonly active: boolean;
  /** An input or category filter fails: the object is left alone, whatever else holds. */
  readonly leftAlone: boolean;
  /** Why a clause could not be decided. */
  readonly failure?: string;
  readonly assumptions: readonly EngineAssumption[];
}

/** Judges objects by the conditions of one mapping. */
export type ScopeJudge = (object: SourceObject) => ScopeVerdict;

/** Judges every condition, filter and clause, also those behind one that fails, since a person wants all the reasons. */
export function judgeScope(
  scope: "assigned" | "all",
  mapping: ObjectMapping,
  object: SourceObject,
  regexSteps?: number,
): ScopeVerdict {
  return compileJudge(scope, mapping, regexSteps)(object);
}

/** The same, compiled for any number of objects; a log has no use for why a clause holds. */
export function compileJudge(
  scope: "assigned" | "all",
  mapping: ObjectMapping,
  regexSteps?: number,
  reasons?: Reasons,
): ScopeJudge {
  const judges = mapping.filters.map(filter => compileFilter(filter, regexSteps, reasons));
  return object => {
    const judged = judges.map(judge => judge(object));
    return verdictOf(judged, activeInSource(object), assignedToApplication(scope, object));
  };
}

function verdictOf(judged: readonly JudgedFilter[], active: ScopeCondition, assigned: ScopeCondition): ScopeVerdict {
  const filters = groupCondition("scoping", judged);
  const silent = silentGroups
    .filter(group => judged.some(filter => filter.group === group))
    .map(group => groupCondition(group, judged));
  const entitled = assigned.passed && filters.passed;
  const verdicts = judged.flatMap(filter => filter.verdicts);
  const failure = verdicts.find(verdict => verdict.failed)?.reason;
  return {
    entitled,
    active: active.passed,
    leftAlone: silent.some(condition => !condition.passed),
    assumptions: verdicts.flatMap(verdict => verdict.assumption ?? []),
    ...(failure !== undefined && { failure }),
    report: {
      inScope: entitled && silent.every(condition => condition.passed),
      isSoftDeleted: !entitled || !active.passed,
      conditions: [active, assigned, filters, ...silent],
      filters: judged.map(filter => filter.report),
    },
  };
}

/** The attributes that expressions read: the object's own, and whether it is to be disabled. */
export function scopedAttributes({ attributes }: SourceObject, { report }: ScopeVerdict): ReadonlyMap<string, Value> {
  return withAttribute(attributes, "IsSoftDeleted", report.isSoftDeleted);
}

/** Present and not disabled in the source. */
export function isActive({ state, attributes }: SourceObject): boolean {
  return state === "present" && !isDisabled(attributes.get("accountEnabled") ?? null);
}

function isDisabled(enabled: Value): boolean {
  return enabled === false || (enabled !== null && !isList(enabled) && toText(enabled).toLowerCase() === "false");
}

function activeInSource({ state, attributes }: SourceObject): ScopeCondition {
  const name = conditionNames.active;
  if (state === "softDeleted")
    return { name, passed: false, reason: l10n.t("It is in the recycle bin of Microsoft Entra ID.") };
  if (state === "deleted") return { name, passed: false, reason: l10n.t("It was deleted from Microsoft Entra ID.") };
  const disabled = isDisabled(attributes.get("accountEnabled") ?? null);
  return {
    name,
    passed: !disabled,
    reason: disabled ? l10n.t("accountEnabled is False.") : l10n.t("It is present and not disabled."),
  };
}

function assignedToApplication(scope: "assigned" | "all", { assigned }: SourceObject): ScopeCondition {
  const name = conditionNames.assigned;
  if (scope === "all")
    return { name, passed: true, reason: l10n.t("The scope is all users and groups; no assignment is needed.") };
  if (assigned) return { name, passed: true, reason: l10n.t("It is assigned, directly or through a group.") };
  return { name, passed: false, reason: l10n.t("It is not assigned, neither directly nor through a group.") };
}

interface JudgedFilter {
  readonly group: ScopingFilter["group"];
  readonly report: FilterReport;
  /** The condition of its group, where it passes. */
  readonly passing: ScopeCondition;
  readonly verdicts: readonly ClauseVerdict[];
}

function compileFilter(
  { group, name, clauses, span }: ScopingFilter,
  regexSteps: number | undefined,
  reasons: Reasons | undefined,
): (object: SourceObject) => JudgedFilter {
  const passing = { name: conditionNames[group], passed: true, reason: l10n.t`The filter "${name.text}" passes.` };
  const compiled = clauses.map(clause => ({ ...compileClause(clause), text: clauseText(clause), span: clause.span }));
  return ({ attributes }) => {
    const verdicts = compiled.map(({ attribute, judge }) =>
      judge(attributes.get(attribute) ?? null, newBudget(regexSteps), reasons),
    );
    const reports = compiled.map(({ text, span }, index) => {
      const { passed = false, reason = "" } = verdicts[index] ?? {};
      return { text, passed, reason, span };
    });
    const passed = verdicts.every(verdict => verdict.passed);
    return { group, verdicts, passing, report: { name: name.text, passed, clauses: reports, span } };
  };
}

const conditionNames = {
  active: "Active in the source system",
  assigned: "Assigned to the application",
  scoping: "Scoping filter evaluation passed",
  input: "Input filter evaluation passed",
  category: "Category filter evaluation passed",
} as const satisfies Readonly<Record<string, ScopeCondition["name"]>>;

/** The experimental groups of Graph's filter: what fails them is not provisioned, and not deprovisioned either. */
const silentGroups = ["input", "category"] as const;

/** One filter of a group is enough; a group without filters lets everything pass. */
function groupCondition(group: ScopingFilter["group"], judged: readonly JudgedFilter[]): ScopeCondition {
  const name = conditionNames[group];
  const filters = judged.filter(filter => filter.group === group);
  const holding = filters.find(({ report }) => report.passed);
  if (holding !== undefined) return holding.passing;
  if (filters.length === 0) return { name, passed: true, reason: l10n.t("There is no scoping filter.") };
  return { name, passed: false, reason: filters.map(({ report }) => whyNot(report)).join(" ") };
}

function whyNot({ name, clauses }: FilterReport): string {
  const reasons = clauses
    .filter(clause => !clause.passed)
    .map(clause => l10n.t`${clause.text} fails: ${clause.reason}`);
  return l10n.t`In the filter "${name}", ${reasons.join(" ")}`;
}
