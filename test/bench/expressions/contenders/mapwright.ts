import { type Attributes, attributeRows } from "../../../../server/src/engine/expression/attributeRow.ts";
import { type CompiledExpression, compile } from "../../../../server/src/engine/expression/compile.ts";
import { evaluatorIn, toFlowValue } from "../../../../server/src/engine/expression/evaluate.ts";
import { evaluateColumns } from "../../../../server/src/engine/expression/evaluateColumns.ts";
import { explainerIn } from "../../../../server/src/engine/expression/explain.ts";
import type { FlowValue } from "../../../../server/src/engine/result.ts";
import { compileFilters } from "../../../../server/src/engine/scope/scopingFilters.ts";
import { parseExpression } from "../../../../server/src/language/expression/parse.ts";
import type { Expression } from "../../../../server/src/language/expression/tree.ts";
import { parseProvmap } from "../../../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../../../server/src/model/readProvmap.ts";
import { stillWorld } from "../../../engine/world.ts";
import { compiled } from "../compiled.ts";
import type { Contender } from "../contender.ts";
import { entraText } from "../entraText.ts";
import { type Mapping, named, row } from "../mappings.ts";
import { createUsers } from "../users.ts";

const filters =
  readProvmap(
    parseProvmap(`mapping "Users" {
      filter "In scope" {
        accountEnabled IS TRUE
        department NOT EQUALS "Facilities"
        country EQUALS "US"
        mail ENDS_WITH "@contoso.com"
      }
    }`).file,
  ).mappings[0]?.filters ?? [];

const attributeNames = Object.keys(createUsers(1)[0] ?? {});

function parsed(mapping: Mapping): Expression {
  return parseExpression(entraText(mapping)).expression;
}

const single = {
  switch: compile(parsed(named.switch)),
  join: compile(parsed(named.join)),
  replace: compile(parsed(named.replace)),
};
const all = compiled(row);
const evaluate = evaluatorIn(stillWorld);
const explain = explainerIn(stillWorld);
const passes = compileFilters(filters);

/** As the impact of an edit evaluates them for many users. */
function columnsOf(expressions: readonly CompiledExpression[]) {
  return (objects: readonly Attributes[]) =>
    evaluateColumns(expressions, objects, stillWorld, active).map(({ outcomes }) => outcomes);
}

const active = new Map([["IsSoftDeleted", false]]);

function flows(expression: CompiledExpression, attributes: Attributes): FlowValue {
  const { outcome } = evaluate(expression, attributes);
  return outcome.kind === "value" ? toFlowValue(outcome.value) : null;
}

const toRow = attributeRows();

/** Mapwright itself. */
export const contender: Contender<Attributes> = {
  subject: user => toRow(attributeNames, Object.values(user)),
  run: {
    switch: attributes => flows(single.switch, attributes),
    join: attributes => flows(single.join, attributes),
    replace: attributes => flows(single.replace, attributes),
    filter: passes,
    row: attributes => all.map(expression => flows(expression, attributes)),
    evaluate: attributes => all.map(expression => evaluate(expression, attributes).outcome),
    explain: attributes => all.map(expression => explain(expression, attributes).root.outcome),
  },
  blocks: {
    row: columnsOf(all),
    switch: columnsOf(compiled([named.switch])),
    join: columnsOf(compiled([named.join])),
    replace: columnsOf(compiled([named.replace])),
  },
  compile: () => Object.values(named).map(mapping => compile(parsed(mapping))),
};
