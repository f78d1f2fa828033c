import { append } from "./append.ts";
import { appRoleAssignments } from "./appRoleAssignments.ts";
import { appRoleAssignmentsComplex } from "./appRoleAssignmentsComplex.ts";
import { assertiveAppRoleAssignmentsComplex } from "./assertiveAppRoleAssignmentsComplex.ts";
import { bitAnd } from "./bitAnd.ts";
import { cBool } from "./cBool.ts";
import { cDate } from "./cDate.ts";
import { coalesce } from "./coalesce.ts";
import { convertFromBase64 } from "./convertFromBase64.ts";
import { convertToBase64 } from "./convertToBase64.ts";
import { convertToUTF8Hex } from "./convertToUTF8Hex.ts";
import { count } from "./count.ts";
import { cStr } from "./cStr.ts";
import { dateAdd } from "./dateAdd.ts";
import { dateDiff } from "./dateDiff.ts";
import { dateFromNum } from "./dateFromNum.ts";
import { defaultDomain } from "./defaultDomain.ts";
import type { FunctionDefinition } from "./definition.ts";
import { dNComponent } from "./dNComponent.ts";
import { error } from "./error.ts";
import { formatDateTime } from "./formatDateTime.ts";
import { guid } from "./guid.ts";
import { ignoreFlowIfNullOrEmpty } from "./ignoreFlowIfNullOrEmpty.ts";
import { iif } from "./iif.ts";
import { inStr } from "./inStr.ts";
import { isNothing } from "./isNothing.ts";
import { isNull } from "./isNull.ts";
import { isNullOrEmptyFunction } from "./isNullOrEmpty.ts";
import { isPresent } from "./isPresent.ts";
import { isString } from "./isString.ts";
import { item } from "./item.ts";
import { join } from "./join.ts";
import { left } from "./left.ts";
import { mid } from "./mid.ts";
import { normalizeDiacritics } from "./normalizeDiacritics.ts";
import { not } from "./not.ts";
import { now } from "./now.ts";
import { numFromDate } from "./numFromDate.ts";
import { pCase } from "./pCase.ts";
import { prepend } from "./prepend.ts";
import { randomString } from "./randomString.ts";
import { redact } from "./redact.ts";
import { removeDuplicates } from "./removeDuplicates.ts";
import { replace } from "./replace.ts";
import { selectUniqueValue } from "./selectUniqueValue.ts";
import { singleAppRoleAssignment } from "./singleAppRoleAssignment.ts";
import { split } from "./split.ts";
import { stringFromSid } from "./stringFromSid.ts";
import { stripSpaces } from "./stripSpaces.ts";
import { switchFunction } from "./switch.ts";
import { toLower } from "./toLower.ts";
import { toUpper } from "./toUpper.ts";
import { trimFunction } from "./trim.ts";
import { word } from "./word.ts";

/** Every built-in function, in the order of the alphabet. */
export const functions: readonly FunctionDefinition[] = [
  append,
  appRoleAssignments,
  appRoleAssignmentsComplex,
  assertiveAppRoleAssignmentsComplex,
  bitAnd,
  cBool,
  cDate,
  coalesce,
  convertFromBase64,
  convertToBase64,
  convertToUTF8Hex,
  count,
  cStr,
  dateAdd,
  dateDiff,
  dateFromNum,
  defaultDomain,
  dNComponent,
  error,
  formatDateTime,
  guid,
  ignoreFlowIfNullOrEmpty,
  iif,
  inStr,
  isNothing,
  isNull,
  isNullOrEmptyFunction,
  isPresent,
  isString,
  item,
  join,
  left,
  mid,
  normalizeDiacritics,
  not,
  now,
  numFromDate,
  pCase,
  prepend,
  randomString,
  redact,
  removeDuplicates,
  replace,
  selectUniqueValue,
  singleAppRoleAssignment,
  split,
  stringFromSid,
  stripSpaces,
  switchFunction,
  toLower,
  toUpper,
  trimFunction,
  word,
];

const byName = new Map(functions.map(definition => [definition.name, definition]));
const byLowerName = new Map(functions.map(definition => [definition.name.toLowerCase(), definition]));

/** The function of exactly this name; Entra's names are case-sensitive. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return byName.get(name);
}

/** The function of this name in any case. */
export function findFunctionIgnoringCase(name: string): FunctionDefinition | undefined {
  return byLowerName.get(name.toLowerCase());
}
