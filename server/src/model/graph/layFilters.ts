import { type JsonNode, kindOf, kinds, member, objects } from "../../language/graph/json.ts";
import { filterSets } from "../../language/graph/parse.ts";
import type { Clause, ObjectMapping, ScopingFilter } from "../configuration.ts";
import type { WrittenFilter, WrittenMapping } from "../writeProvmap.ts";
import { layList, type Workpiece } from "./layList.ts";
import { arrangedAs, clauseValue, filterValue } from "./newParts.ts";
import { type Imported, pairUp } from "./pairing.ts";
import { operatorName, sayingOfClause } from "./saying.ts";

/** Lays the filters of an edited object mapping onto the scope of the schema's. */
export function layFilters(
  work: Workpiece,
  edited: ObjectMapping,
  { said, origin }: Imported<ObjectMapping, WrittenMapping>,
): void {
  const { json, editor } = work;
  const imported = said.filters.flatMap((filter, index) => {
    const written = origin.filters[index];
    return written === undefined ? [] : [{ said: filter, origin: written }];
  });
  const scope = member(json, origin.node, "scope");
  if (scope === undefined || kindOf(json, scope) !== kinds.object) {
    if (edited.filters.length > 0) editor.setMember(origin.node, "scope", scopeValue(edited.filters));
    return;
  }
  for (const [group, set] of filterSets) {
    const ofGroup = edited.filters.filter(filter => filter.group === group);
    const before = imported.filter(filter => filter.said.group === group);
    const pairing = pairUp<ScopingFilter, WrittenFilter>(
      ofGroup,
      before,
      wholeSaying,
      ({ name }) => name.text,
      sayingOfClauses,
    );
    const [sibling] = objects(json, member(json, scope, set));
    layList(work, scope, set, {
      edited: ofGroup,
      pairing,
      change: (filter, previous) => changeFilter(work, filter, previous),
      create: filter => arrangedAs(json, sibling, filterValue(filter)),
    });
  }
}

/** Graph's value of a scope with these filters. */
export function scopeValue(filters: readonly ScopingFilter[]) {
  const values = (group: ScopingFilter["group"]) => filters.filter(filter => filter.group === group).map(filterValue);
  return {
    categoryFilterGroups: values("category"),
    groups: values("scoping"),
    inputFilterGroups: values("input"),
  };
}

function sayingOfClauses({ clauses }: ScopingFilter): string {
  return clauses.map(sayingOfClause).join();
}

function wholeSaying(filter: ScopingFilter): string {
  return `${filter.name.text} ${sayingOfClauses(filter)}`;
}

function changeFilter(
  work: Workpiece,
  edited: ScopingFilter,
  { said, origin }: Imported<ScopingFilter, WrittenFilter>,
): void {
  const { json, editor } = work;
  if (edited.name.text !== said.name.text) editor.setMember(origin.node, "name", edited.name.text);
  const imported = said.clauses.flatMap((clause, index) => {
    const node = origin.clauses[index];
    return node === undefined ? [] : [{ said: clause, origin: { node: node.node } }];
  });
  const [sibling] = objects(json, member(json, origin.node, "clauses"));
  layList(work, origin.node, "clauses", {
    edited: edited.clauses,
    pairing: pairUp(edited.clauses, imported, sayingOfClause, ({ attribute }) => attribute.text),
    change: (clause, before) => changeClause(work, before.origin.node, before.said, clause),
    create: clause => arrangedAs(json, sibling, clauseValue(clause)),
  });
}

function changeClause({ editor }: Workpiece, node: JsonNode, before: Clause, after: Clause): void {
  const { operatorName: operator, sourceOperandName, targetOperand } = clauseValue(after);
  if (operatorName(before.operator.text) !== operator && operator !== undefined) {
    editor.setMember(node, "operatorName", operator);
  }
  if (before.attribute.text !== sourceOperandName && sourceOperandName !== undefined) {
    editor.setMember(node, "sourceOperandName", sourceOperandName);
  }
  if (before.value?.text !== after.value?.text && targetOperand !== undefined) {
    editor.setMember(node, "targetOperand", targetOperand);
  }
}
