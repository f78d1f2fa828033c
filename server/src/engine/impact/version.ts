import type { Application, ObjectMapping } from "../../model/configuration.ts";
import type { Attributes } from "../expression/attributeRow.ts";
import { evaluation } from "../expression/evaluate.ts";
import { type Column, evaluateColumns } from "../expression/evaluateColumns.ts";
import type { Outcome } from "../expression/node.ts";
import type { World } from "../expression/world.ts";
import { type CompiledMapping, compileMapping } from "../flow/compiledMapping.ts";
import { type MappedValue, mapEvaluation, mapObject } from "../flow/mappedValue.ts";
import type { SourceObject } from "../ports.ts";
import { compileScope, type ScopeOutcome } from "../scope/compiledScope.ts";
import type { MappingVersion } from "./planObject.ts";

/** One object mapping in its two versions. */
export interface Lane {
  /** Absent: there was no such mapping. */
  readonly before?: CompiledVersion;
  readonly after: CompiledVersion;
}

/** One version of an object mapping, ready for any number of objects. */
export interface CompiledVersion extends MappingVersion {
  readonly scopeOf: (object: SourceObject) => ScopeOutcome;
  readonly world: World;
}

/** Compiles a version; `text` is the text that the mapping's spans point into. */
export function compileVersion(
  application: Application | undefined,
  mapping: ObjectMapping,
  text: string,
  world: World,
): CompiledVersion {
  const scopeOf = compileScope(application?.scope ?? "assigned", mapping, world.regexSteps);
  return { application, mapping, text, compiled: compileMapping(mapping, text), scopeOf, world };
}

const softDeleted = "IsSoftDeleted";

/** What expressions read of an object: its own attributes, and whether it is to be disabled. */
export function scoped({ attributes }: SourceObject, isSoftDeleted: boolean): Attributes {
  return { get: name => (name === softDeleted ? isSoftDeleted : attributes.get(name)) };
}

/** The attribute mappings of a version, evaluated for a block of objects. */
export interface EvaluatedBlock {
  /** What the source of the mapping of this index gives for the object of that index; undefined where it has no single expression. */
  readonly outcome: (mapping: number, object: number) => Outcome | undefined;
  /** The same in the form in which it flows. */
  readonly value: (mapping: number, object: number) => MappedValue | undefined;
  /** All that the mappings give for the object of this index. */
  readonly mapped: (object: number) => readonly MappedValue[];
  readonly columns: readonly (Column | undefined)[];
}

/** Evaluates a version for objects that are all to be disabled or all not, but for the mappings whose columns are known. */
export function evaluateBlock(
  { compiled, world }: CompiledVersion,
  objects: readonly SourceObject[],
  isSoftDeleted: boolean,
  known: readonly (Column | undefined)[] = [],
): EvaluatedBlock {
  const open = compiled.filter((one, index) => known[index] === undefined && hasOneExpression(one));
  const expressions = open.flatMap(({ expression }) => expression ?? []);
  const rows = objects.map(({ attributes }) => attributes);
  const evaluated = evaluateColumns(expressions, rows, world, new Map([[softDeleted, isSoftDeleted]]));
  const columns = compiled.map((one, index) => known[index] ?? evaluated[open.indexOf(one)]);
  const value: EvaluatedBlock["value"] = (mapping, object) => {
    const [one, its, column] = [compiled[mapping], objects[object], columns[mapping]];
    if (one === undefined || its === undefined) return undefined;
    const attributes = scoped(its, isSoftDeleted);
    if (column === undefined) return mapObject([one], attributes, world)[0];
    return mapEvaluation(one, attributes, evaluation(column.outcomes[object] ?? null, column.notes.get(object)));
  };
  return {
    columns,
    outcome: (mapping, object) => columns[mapping]?.outcomes[object],
    value,
    mapped: object => compiled.flatMap((_, mapping) => value(mapping, object) ?? []),
  };
}

function hasOneExpression({ expression, candidates, path }: CompiledMapping): boolean {
  return expression !== undefined && candidates === undefined && path.kind === "path";
}
