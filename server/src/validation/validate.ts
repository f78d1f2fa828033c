import type { Span, SyntaxProblem } from "../language/text.ts";
import type { Configuration, MappingSource } from "../model/configuration.ts";
import { functionsPage, mappingsPage } from "./pages.ts";
import type { Problem, Rule, Severity } from "./rule.ts";
import { argCount } from "./rules/argCount.ts";
import { attributeCase } from "./rules/attributeCase.ts";
import { attributeUnknown } from "./rules/attributeUnknown.ts";
import { conditionOutsideIif } from "./rules/conditionOutsideIif.ts";
import { duplicateProperty } from "./rules/duplicateProperty.ts";
import { duplicateTarget } from "./rules/duplicateTarget.ts";
import { exprTooLong } from "./rules/exprTooLong.ts";
import { functionCase } from "./rules/functionCase.ts";
import { idAsTarget } from "./rules/idAsTarget.ts";
import { itemIndexZero } from "./rules/itemIndexZero.ts";
import { missingProperty } from "./rules/missingProperty.ts";
import { noMatchingAttribute } from "./rules/noMatchingAttribute.ts";
import { operatorUnsupported } from "./rules/operatorUnsupported.ts";
import { propertyValue } from "./rules/propertyValue.ts";
import { regexInvalid } from "./rules/regexInvalid.ts";
import { regexPortability } from "./rules/regexPortability.ts";
import { replaceMode } from "./rules/replaceMode.ts";
import { requiredUnmapped } from "./rules/requiredUnmapped.ts";
import { scopeOperatorType } from "./rules/scopeOperatorType.ts";
import { scopeUnaryOperand } from "./rules/scopeUnaryOperand.ts";
import { switchArity } from "./rules/switchArity.ts";
import { switchDuplicateKey } from "./rules/switchDuplicateKey.ts";
import { switchIspresentSource } from "./rules/switchIspresentSource.ts";
import { targetReadonly } from "./rules/targetReadonly.ts";
import { targetUnknown } from "./rules/targetUnknown.ts";
import { unknownConstant } from "./rules/unknownConstant.ts";
import { unknownFunction } from "./rules/unknownFunction.ts";
import { unknownOperator } from "./rules/unknownOperator.ts";
import { unknownProperty } from "./rules/unknownProperty.ts";
import { walk } from "./walk.ts";

/** Every rule, in the order of the README: expressions, functions, attribute mappings, scoping filters, properties. */
export const rules: readonly Rule[] = [
  unknownFunction,
  functionCase,
  attributeUnknown,
  attributeCase,
  unknownConstant,
  argCount,
  operatorUnsupported,
  conditionOutsideIif,
  exprTooLong,
  switchArity,
  switchIspresentSource,
  switchDuplicateKey,
  itemIndexZero,
  replaceMode,
  regexInvalid,
  regexPortability,
  noMatchingAttribute,
  duplicateTarget,
  targetUnknown,
  targetReadonly,
  idAsTarget,
  requiredUnmapped,
  unknownOperator,
  scopeOperatorType,
  scopeUnaryOperand,
  unknownProperty,
  duplicateProperty,
  propertyValue,
  missingProperty,
];

/** A severity for the code of a rule, or `off`. Syntax problems are errors and stay so. */
export type Levels = Readonly<Record<string, Severity | "off">>;

/** Every problem of a text in the order of their places: the mistakes of its syntax and what the rules find in its meaning. */
export function validate(
  configuration: Configuration,
  syntaxProblems: readonly SyntaxProblem[],
  levels: Levels = {},
): readonly Problem[] {
  const problems = syntaxProblems.map(problem => syntaxProblem(problem, configuration));
  const visitors = rules
    .filter(({ code }) => levels[code] !== "off")
    .map(({ code, severity, source, check }) =>
      check((span, message, ...fixes) => {
        problems.push({ code, severity: severityOf(levels[code], severity), message, span, source, fixes });
      }, configuration),
    );
  walk(configuration, visitors);
  return problems.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
}

function severityOf(level: Severity | "off" | undefined, severity: Severity): Severity {
  return level === undefined || level === "off" ? severity : level;
}

function syntaxProblem({ message, span }: SyntaxProblem, { mappings }: Configuration): Problem {
  const sources = mappings.flatMap(({ attributeMappings }) => attributeMappings.map(({ source }) => spanOf(source)));
  const inExpression = sources.some(({ start, end }) => start <= span.start && span.end <= end);
  return {
    code: inExpression ? "expr-syntax" : "provmap-syntax",
    severity: "error",
    message,
    span,
    source: inExpression ? `${functionsPage}#syntax-overview` : mappingsPage,
    fixes: [],
  };
}

function spanOf(source: MappingSource): Span {
  return "expression" in source ? source.expression.span : source.span;
}
