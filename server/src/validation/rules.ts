import type { Rule } from "./rule.ts";
import { anchorCount } from "./rules/anchorCount.ts";
import { apiExpressionEdited } from "./rules/apiExpressionEdited.ts";
import { argCount } from "./rules/argCount.ts";
import { argType } from "./rules/argType.ts";
import { attributeCase } from "./rules/attributeCase.ts";
import { attributeUnknown } from "./rules/attributeUnknown.ts";
import { cdateNullGuard } from "./rules/cdateNullGuard.ts";
import { cloudsyncOnlyFunction } from "./rules/cloudsyncOnlyFunction.ts";
import { complex3Subattributes } from "./rules/complex3Subattributes.ts";
import { conditionOutsideIif } from "./rules/conditionOutsideIif.ts";
import { connectOnlyFunction } from "./rules/connectOnlyFunction.ts";
import { constantBooleanCase } from "./rules/constantBooleanCase.ts";
import { csaType } from "./rules/csaType.ts";
import { cultureInvalid } from "./rules/cultureInvalid.ts";
import { customExtensionKind } from "./rules/customExtensionKind.ts";
import { customExtensionPattern } from "./rules/customExtensionPattern.ts";
import { datediffNowDirection } from "./rules/datediffNowDirection.ts";
import { dateFormatSpec } from "./rules/dateFormatSpec.ts";
import { dateHhParse } from "./rules/dateHhParse.ts";
import { dateInterval } from "./rules/dateInterval.ts";
import { dateNeedsCdate } from "./rules/dateNeedsCdate.ts";
import { dateOffsetShift } from "./rules/dateOffsetShift.ts";
import { datetimestylesInvalid } from "./rules/datetimestylesInvalid.ts";
import { defaultOnUpdate } from "./rules/defaultOnUpdate.ts";
import { deleteDisabled } from "./rules/deleteDisabled.ts";
import { deleteThresholdOff } from "./rules/deleteThresholdOff.ts";
import { diacriticsUnlisted } from "./rules/diacriticsUnlisted.ts";
import { directoryExtensionMultivalued } from "./rules/directoryExtensionMultivalued.ts";
import { directoryExtensionName } from "./rules/directoryExtensionName.ts";
import { directoryObjectMissing } from "./rules/directoryObjectMissing.ts";
import { duplicateApplication } from "./rules/duplicateApplication.ts";
import { duplicateName } from "./rules/duplicateName.ts";
import { duplicateProperty } from "./rules/duplicateProperty.ts";
import { duplicateTarget } from "./rules/duplicateTarget.ts";
import { duplicateTypeValues } from "./rules/duplicateTypeValues.ts";
import { entitlementsUnsupported } from "./rules/entitlementsUnsupported.ts";
import { enumCase } from "./rules/enumCase.ts";
import { enumUnknown } from "./rules/enumUnknown.ts";
import { exprTooLong } from "./rules/exprTooLong.ts";
import { filterSpecialChars } from "./rules/filterSpecialChars.ts";
import { flownullScope } from "./rules/flownullScope.ts";
import { formatdatetime3Args } from "./rules/formatdatetime3Args.ts";
import { functionCase } from "./rules/functionCase.ts";
import { groupMatchDisplayname } from "./rules/groupMatchDisplayname.ts";
import { idAsTarget } from "./rules/idAsTarget.ts";
import { ignoreflowDefault } from "./rules/ignoreflowDefault.ts";
import { ignoreflowNested } from "./rules/ignoreflowNested.ts";
import { iifNullableOperand } from "./rules/iifNullableOperand.ts";
import { iifNullCondition } from "./rules/iifNullCondition.ts";
import { instrCompareEnum } from "./rules/instrCompareEnum.ts";
import { instrZeroBased } from "./rules/instrZeroBased.ts";
import { issoftdeletedMissing } from "./rules/issoftdeletedMissing.ts";
import { itemIndexZero } from "./rules/itemIndexZero.ts";
import { itemSingleValued } from "./rules/itemSingleValued.ts";
import { jobSyncAll } from "./rules/jobSyncAll.ts";
import { lowerCaseexact } from "./rules/lowerCaseexact.ts";
import { mailUpdateEntra } from "./rules/mailUpdateEntra.ts";
import { managerAnchorChanged } from "./rules/managerAnchorChanged.ts";
import { matchingDuplicatePriority } from "./rules/matchingDuplicatePriority.ts";
import { matchingExtensionattribute } from "./rules/matchingExtensionattribute.ts";
import { matchingFlownull } from "./rules/matchingFlownull.ts";
import { matchingMany } from "./rules/matchingMany.ts";
import { matchingManySources } from "./rules/matchingManySources.ts";
import { matchingNotUnique } from "./rules/matchingNotUnique.ts";
import { matchingPriorityZero } from "./rules/matchingPriorityZero.ts";
import { midStartZero } from "./rules/midStartZero.ts";
import { missingProperty } from "./rules/missingProperty.ts";
import { multiToSingle } from "./rules/multiToSingle.ts";
import { noMatchingAttribute } from "./rules/noMatchingAttribute.ts";
import { nullToAd } from "./rules/nullToAd.ts";
import { numfromdateIso } from "./rules/numfromdateIso.ts";
import { objectUnknown } from "./rules/objectUnknown.ts";
import { operatorUnsupported } from "./rules/operatorUnsupported.ts";
import { parametersDisagree } from "./rules/parametersDisagree.ts";
import { paramReference } from "./rules/paramReference.ts";
import { passwordTarget } from "./rules/passwordTarget.ts";
import { photoTarget } from "./rules/photoTarget.ts";
import { propertyValue } from "./rules/propertyValue.ts";
import { randomstringSums } from "./rules/randomstringSums.ts";
import { randomstringUpdate } from "./rules/randomstringUpdate.ts";
import { redactPassword } from "./rules/redactPassword.ts";
import { referenceFromAd } from "./rules/referenceFromAd.ts";
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
import { samaccountnameUnique } from "./rules/samaccountnameUnique.ts";
import { scopeCase } from "./rules/scopeCase.ts";
import { scopeEmptyGroup } from "./rules/scopeEmptyGroup.ts";
import { scopeExperimental } from "./rules/scopeExperimental.ts";
import { scopeGreaterInteger } from "./rules/scopeGreaterInteger.ts";
import { scopeIsmemberof } from "./rules/scopeIsmemberof.ts";
import { scopeManagerOut } from "./rules/scopeManagerOut.ts";
import { scopeMultivalued } from "./rules/scopeMultivalued.ts";
import { scopeNull } from "./rules/scopeNull.ts";
import { scopeOperatorType } from "./rules/scopeOperatorType.ts";
import { scopeRegexUnanchored } from "./rules/scopeRegexUnanchored.ts";
import { scopeUnaryOperand } from "./rules/scopeUnaryOperand.ts";
import { scopeUnsupportedAttribute } from "./rules/scopeUnsupportedAttribute.ts";
import { selectuniqueApp } from "./rules/selectuniqueApp.ts";
import { selectuniqueCreateOnly } from "./rules/selectuniqueCreateOnly.ts";
import { selectuniqueDiacritics } from "./rules/selectuniqueDiacritics.ts";
import { selectuniqueMatching } from "./rules/selectuniqueMatching.ts";
import { selectuniqueMinArgs } from "./rules/selectuniqueMinArgs.ts";
import { selectuniqueNested } from "./rules/selectuniqueNested.ts";
import { serviceManagedEdit } from "./rules/serviceManagedEdit.ts";
import { singleToMultiType } from "./rules/singleToMultiType.ts";
import { skipOosXt } from "./rules/skipOosXt.ts";
import { sourceUnavailable } from "./rules/sourceUnavailable.ts";
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
import { targetImmutable } from "./rules/targetImmutable.ts";
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
import { updateWithoutCreate } from "./rules/updateWithoutCreate.ts";
import { upnGuest } from "./rules/upnGuest.ts";
import { xtMatchingChanged } from "./rules/xtMatchingChanged.ts";
import { xtTargetUnavailable } from "./rules/xtTargetUnavailable.ts";

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
  matchingPriorityZero,
  matchingDuplicatePriority,
  matchingManySources,
  matchingNotUnique,
  matchingMany,
  filterSpecialChars,
  groupMatchDisplayname,
  matchingExtensionattribute,
  xtMatchingChanged,
  duplicateTarget,
  duplicateTypeValues,
  targetUnknown,
  targetReadonly,
  targetImmutable,
  idAsTarget,
  requiredUnmapped,
  multiToSingle,
  singleToMultiType,
  sourceUnavailable,
  upnGuest,
  directoryExtensionMultivalued,
  passwordTarget,
  photoTarget,
  entitlementsUnsupported,
  xtTargetUnavailable,
  mailUpdateEntra,
  nullToAd,
  serviceManagedEdit,
  samaccountnameUnique,
  issoftdeletedMissing,
  defaultOnUpdate,
  updateWithoutCreate,
  deleteDisabled,
  objectUnknown,
  anchorCount,
  customExtensionPattern,
  customExtensionKind,
  complex3Subattributes,
  directoryExtensionName,
  referenceFromAd,
  csaType,
  unknownOperator,
  scopeIsmemberof,
  scopeOperatorType,
  scopeUnaryOperand,
  scopeUnsupportedAttribute,
  scopeMultivalued,
  scopeGreaterInteger,
  scopeNull,
  scopeCase,
  scopeRegexUnanchored,
  scopeManagerOut,
  scopeEmptyGroup,
  scopeExperimental,
  unknownProperty,
  duplicateProperty,
  propertyValue,
  missingProperty,
  duplicateApplication,
  jobSyncAll,
  skipOosXt,
  deleteThresholdOff,
  duplicateName,
  testUnknownMapping,
  testObject,
  testNoExpectation,
  testActionImpossible,
  testExpectationConflict,
  testTargetUnmapped,
  testAttributeUnknown,
  directoryObjectMissing,
  matchingFlownull,
  flownullScope,
  managerAnchorChanged,
  apiExpressionEdited,
  parametersDisagree,
  enumCase,
  enumUnknown,
];

/** Every rule, in the order of the README: expressions, functions, attribute mappings, scoping filters, properties, tests, comments. */
export const rules: readonly Rule[] = [...checks, unknownSuppression(checks.map(({ code }) => code))];
