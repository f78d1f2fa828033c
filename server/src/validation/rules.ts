import type { Rule } from "./rule.ts";
import { argCount } from "./rules/argCount.ts";
import { argType } from "./rules/argType.ts";
import { attributeCase } from "./rules/attributeCase.ts";
import { attributeUnknown } from "./rules/attributeUnknown.ts";
import { cdateNullGuard } from "./rules/cdateNullGuard.ts";
import { cloudsyncOnlyFunction } from "./rules/cloudsyncOnlyFunction.ts";
import { conditionOutsideIif } from "./rules/conditionOutsideIif.ts";
import { connectOnlyFunction } from "./rules/connectOnlyFunction.ts";
import { constantBooleanCase } from "./rules/constantBooleanCase.ts";
import { cultureInvalid } from "./rules/cultureInvalid.ts";
import { datediffNowDirection } from "./rules/datediffNowDirection.ts";
import { dateFormatSpec } from "./rules/dateFormatSpec.ts";
import { dateHhParse } from "./rules/dateHhParse.ts";
import { dateInterval } from "./rules/dateInterval.ts";
import { dateNeedsCdate } from "./rules/dateNeedsCdate.ts";
import { dateOffsetShift } from "./rules/dateOffsetShift.ts";
import { datetimestylesInvalid } from "./rules/datetimestylesInvalid.ts";
import { diacriticsUnlisted } from "./rules/diacriticsUnlisted.ts";
import { duplicateName } from "./rules/duplicateName.ts";
import { duplicateProperty } from "./rules/duplicateProperty.ts";
import { duplicateTarget } from "./rules/duplicateTarget.ts";
import { exprTooLong } from "./rules/exprTooLong.ts";
import { formatdatetime3Args } from "./rules/formatdatetime3Args.ts";
import { functionCase } from "./rules/functionCase.ts";
import { idAsTarget } from "./rules/idAsTarget.ts";
import { ignoreflowDefault } from "./rules/ignoreflowDefault.ts";
import { ignoreflowNested } from "./rules/ignoreflowNested.ts";
import { iifNullableOperand } from "./rules/iifNullableOperand.ts";
import { iifNullCondition } from "./rules/iifNullCondition.ts";
import { instrCompareEnum } from "./rules/instrCompareEnum.ts";
import { instrZeroBased } from "./rules/instrZeroBased.ts";
import { itemIndexZero } from "./rules/itemIndexZero.ts";
import { itemSingleValued } from "./rules/itemSingleValued.ts";
import { lowerCaseexact } from "./rules/lowerCaseexact.ts";
import { midStartZero } from "./rules/midStartZero.ts";
import { missingProperty } from "./rules/missingProperty.ts";
import { noMatchingAttribute } from "./rules/noMatchingAttribute.ts";
import { numfromdateIso } from "./rules/numfromdateIso.ts";
import { operatorUnsupported } from "./rules/operatorUnsupported.ts";
import { paramReference } from "./rules/paramReference.ts";
import { propertyValue } from "./rules/propertyValue.ts";
import { randomstringSums } from "./rules/randomstringSums.ts";
import { randomstringUpdate } from "./rules/randomstringUpdate.ts";
import { redactPassword } from "./rules/redactPassword.ts";
import { regexCatastrophic } from "./rules/regexCatastrophic.ts";
import { regexGroupMissing } from "./rules/regexGroupMissing.ts";
import { regexInvalid } from "./rules/regexInvalid.ts";
import { regexPortability } from "./rules/regexPortability.ts";
import { regexSingleBackslash } from "./rules/regexSingleBackslash.ts";
import { replaceArity } from "./rules/replaceArity.ts";
import { replaceMode } from "./rules/replaceMode.ts";
import { requiredUnmapped } from "./rules/requiredUnmapped.ts";
import { rolesArg } from "./rules/rolesArg.ts";
import { rolesBoth } from "./rules/rolesBoth.ts";
import { rolesComplexAddOnly } from "./rules/rolesComplexAddOnly.ts";
import { rolesDirect } from "./rules/rolesDirect.ts";
import { rolesSingleMulti } from "./rules/rolesSingleMulti.ts";
import { rolesSyncAll } from "./rules/rolesSyncAll.ts";
import { rolesTargetMultivalued } from "./rules/rolesTargetMultivalued.ts";
import { scopeOperatorType } from "./rules/scopeOperatorType.ts";
import { scopeUnaryOperand } from "./rules/scopeUnaryOperand.ts";
import { selectuniqueApp } from "./rules/selectuniqueApp.ts";
import { selectuniqueCreateOnly } from "./rules/selectuniqueCreateOnly.ts";
import { selectuniqueDiacritics } from "./rules/selectuniqueDiacritics.ts";
import { selectuniqueMatching } from "./rules/selectuniqueMatching.ts";
import { selectuniqueMinArgs } from "./rules/selectuniqueMinArgs.ts";
import { selectuniqueNested } from "./rules/selectuniqueNested.ts";
import { specialLiteral } from "./rules/specialLiteral.ts";
import { splitDelimiterLength } from "./rules/splitDelimiterLength.ts";
import { stringUnknownEscape } from "./rules/stringUnknownEscape.ts";
import { switchArity } from "./rules/switchArity.ts";
import { switchCaseSensitive } from "./rules/switchCaseSensitive.ts";
import { switchDuplicateKey } from "./rules/switchDuplicateKey.ts";
import { switchIncrementalNull } from "./rules/switchIncrementalNull.ts";
import { switchIspresentSource } from "./rules/switchIspresentSource.ts";
import { switchNoEmptyKey } from "./rules/switchNoEmptyKey.ts";
import { switchReference } from "./rules/switchReference.ts";
import { targetReadonly } from "./rules/targetReadonly.ts";
import { targetUnknown } from "./rules/targetUnknown.ts";
import { testActionImpossible } from "./rules/testActionImpossible.ts";
import { testAttributeUnknown } from "./rules/testAttributeUnknown.ts";
import { testExpectationConflict } from "./rules/testExpectationConflict.ts";
import { testNoExpectation } from "./rules/testNoExpectation.ts";
import { testObject } from "./rules/testObject.ts";
import { testTargetUnmapped } from "./rules/testTargetUnmapped.ts";
import { testUnknownMapping } from "./rules/testUnknownMapping.ts";
import { unknownConstant } from "./rules/unknownConstant.ts";
import { unknownFunction } from "./rules/unknownFunction.ts";
import { unknownOperator } from "./rules/unknownOperator.ts";
import { unknownProperty } from "./rules/unknownProperty.ts";
import { unknownSuppression } from "./rules/unknownSuppression.ts";

const checks: readonly Rule[] = [
  unknownFunction,
  functionCase,
  connectOnlyFunction,
  cloudsyncOnlyFunction,
  attributeUnknown,
  attributeCase,
  unknownConstant,
  specialLiteral,
  paramReference,
  argCount,
  argType,
  operatorUnsupported,
  conditionOutsideIif,
  stringUnknownEscape,
  exprTooLong,
  switchArity,
  switchIspresentSource,
  switchIncrementalNull,
  switchNoEmptyKey,
  switchReference,
  switchCaseSensitive,
  switchDuplicateKey,
  iifNullCondition,
  iifNullableOperand,
  itemIndexZero,
  itemSingleValued,
  midStartZero,
  instrZeroBased,
  instrCompareEnum,
  splitDelimiterLength,
  replaceMode,
  replaceArity,
  regexInvalid,
  regexGroupMissing,
  regexSingleBackslash,
  regexCatastrophic,
  regexPortability,
  selectuniqueNested,
  selectuniqueMinArgs,
  selectuniqueCreateOnly,
  selectuniqueMatching,
  selectuniqueApp,
  selectuniqueDiacritics,
  ignoreflowNested,
  ignoreflowDefault,
  dateInterval,
  dateNeedsCdate,
  cdateNullGuard,
  formatdatetime3Args,
  dateFormatSpec,
  dateHhParse,
  dateOffsetShift,
  datetimestylesInvalid,
  numfromdateIso,
  datediffNowDirection,
  randomstringSums,
  randomstringUpdate,
  redactPassword,
  cultureInvalid,
  lowerCaseexact,
  diacriticsUnlisted,
  rolesDirect,
  rolesArg,
  rolesSyncAll,
  rolesSingleMulti,
  rolesBoth,
  rolesComplexAddOnly,
  rolesTargetMultivalued,
  constantBooleanCase,
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
  duplicateName,
  testUnknownMapping,
  testObject,
  testNoExpectation,
  testActionImpossible,
  testExpectationConflict,
  testTargetUnmapped,
  testAttributeUnknown,
];

/** Every rule, in the order of the README: expressions, functions, attribute mappings, scoping filters, properties, tests, comments. */
export const rules: readonly Rule[] = [...checks, unknownSuppression(checks.map(({ code }) => code))];
