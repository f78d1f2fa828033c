import * as l10n from "@vscode/l10n";
import type { DecidingClause, ImpactAction, ImpactPerson, ImpactReport } from "../../../server/src/protocol/impact.ts";
import { count, counted } from "../counted.ts";
import { type Lines, type Place, place } from "../webview/place.ts";
import { clausePlace, type Impact } from "./impact.ts";
import { actionWords, baseText, collisionText, scopeText, summaryText, thresholdText, valueText } from "./words.ts";

/** What the panel and its text twin tell of an impact, in the order in which they tell it. */
export interface ImpactView {
  readonly summary: string;
  readonly about: string;
  readonly threshold: { readonly text: string; readonly trips: boolean };
  readonly counts: readonly CountRow[];
  readonly scopes: readonly ScopeRow[];
  readonly collisions: readonly string[];
  readonly values: readonly ValueRow[];
  /** What could not be read. */
  readonly leftOut: readonly string[];
  readonly notes: readonly string[];
}

/** How many objects an action is for, and how many of those it was not for before, or with other values. */
export interface CountRow {
  readonly action: ImpactAction;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly affected: number;
}

/** A mapping with its filters and the clauses that decide. */
export interface ScopeRow {
  readonly text: string;
  readonly place?: Place;
  readonly effect: string;
  readonly parts: readonly ScopeRow[];
}

export interface ValueRow {
  readonly target: string;
  readonly accounts: string;
  readonly example: string;
}

/** One person as the list shows them. */
export interface PersonRow {
  readonly name: string;
  readonly id: string;
  readonly action: string;
  readonly reason: string;
  readonly clause?: { readonly text: string; readonly place?: Place };
  readonly changes: readonly { readonly target: string; readonly values: string }[];
}

/** Everything that there is to tell of an impact, but for its people. */
export function impactView(impact: Impact): ImpactView {
  const { report, file, base } = impact;
  return {
    summary: summaryText(report.people),
    about: l10n.t(
      "{0} against {1}, over {2} of the directory",
      file,
      baseText(base),
      counted(report.objects, "object"),
    ),
    threshold: { text: thresholdText(report.threshold), trips: report.threshold.trips },
    counts: countRows(report, report.people),
    scopes: report.mappings.map(mapping => scopeRow(mapping, impact)),
    collisions: collisions(report),
    values: report.changes.map(({ target, total, examples: [first] }) => ({
      target,
      accounts: count(total),
      example: first ? `${first.displayName}: ${change(first)}` : "",
    })),
    leftOut: leftOut(report),
    notes: [...report.notes, ...report.assumptions.map(({ text }) => text)],
  };
}

/** The actions that are for anybody, in either version. */
export function countRows(
  { before, after }: Pick<ImpactReport, "before" | "after">,
  people: readonly { readonly action: ImpactAction; readonly total: number }[],
): readonly CountRow[] {
  return actions
    .filter(action => before[action] + after[action] > 0)
    .map(action => ({
      action,
      name: actionWords[action],
      before: before[action],
      after: after[action],
      affected: people.find(listed => listed.action === action)?.total ?? 0,
    }));
}

const actions: readonly ImpactAction[] = ["create", "update", "disable", "delete", "fail", "skip", "noChange"];

/** One person as the list shows them. */
export function personRow(person: ImpactPerson, lines: Lines): PersonRow {
  const { displayName, id, before, after, reason, clause, changes } = person;
  const at = clause && clausePlace(clause, lines);
  return {
    name: displayName,
    id,
    action: before === after ? actionWords[after] : `${actionWords[before]} → ${actionWords[after]}`,
    reason,
    ...(clause && { clause: { text: `${clause.filter}: ${clauseText(clause)}`, ...(at && { place: at }) } }),
    changes: changes.map(each => ({ target: each.target, values: change(each) })),
  };
}

function change({ oldValue, newValue, redacted }: ImpactPerson["changes"][number] | ChangeExample): string {
  return `${valueText(oldValue, redacted)} → ${valueText(newValue, redacted)}`;
}

type ChangeExample = ImpactReport["changes"][number]["examples"][number];
type Mapping = ImpactReport["mappings"][number];

function scopeRow(mapping: Mapping, impact: Impact): ScopeRow {
  const clauses = impact.report.clauses.filter(clause => clause.mapping === mapping.mapping);
  const filters = mapping.filters.map(({ filter, span, ...counts }) => ({
    text: l10n.t("Filter “{0}”", filter),
    place: place(span, impact),
    effect: scopeText(counts),
    parts: clauses.filter(clause => clause.filter === filter).map(clause => clauseRow(clause, impact)),
  }));
  const gone = clauses.filter(({ filter }) => mapping.filters.every(each => each.filter !== filter));
  return {
    text: mapping.mapping,
    place: place(mapping.span, impact),
    effect: mapping.existed ? scopeText(mapping) : l10n.t("{0}; the mapping is new", scopeText(mapping)),
    parts: [...filters, ...gone.map(clause => clauseRow(clause, impact))],
  };
}

function clauseRow(clause: ImpactReport["clauses"][number], impact: Impact): ScopeRow {
  const at = clausePlace(clause, impact);
  const effect = [
    ...(clause.leaves > 0 ? [l10n.t("keeps {0} out", count(clause.leaves))] : []),
    ...(clause.joins > 0 ? [l10n.t("kept {0} out", count(clause.joins))] : []),
  ];
  return {
    text: clauseText(clause),
    ...(at && { place: at }),
    effect: effect.join(", "),
    parts: [],
  };
}

function clauseText({ clause, version }: DecidingClause): string {
  return version === "before" ? l10n.t("{0} (before)", clause) : clause;
}

function collisions({ collisions: { total, examples } }: ImpactReport): readonly string[] {
  const more = total - examples.length;
  return [...examples.map(collisionText), ...(more > 0 ? [l10n.t("And {0} more.", count(more))] : [])];
}

function leftOut({ unreadable: { total, examples } }: ImpactReport): readonly string[] {
  if (total === 0) return [];
  return [l10n.t("{0} of the directory could not be read.", counted(total, "object")), ...examples];
}
