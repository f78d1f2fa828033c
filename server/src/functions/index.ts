import { append } from "./append.ts";
import { bitAnd } from "./bitAnd.ts";
import { cBool } from "./cBool.ts";
import { coalesce } from "./coalesce.ts";
import { convertToBase64 } from "./convertToBase64.ts";
import { convertToUTF8Hex } from "./convertToUTF8Hex.ts";
import { count } from "./count.ts";
import { cStr } from "./cStr.ts";
import type { FunctionDefinition } from "./definition.ts";
import { guid } from "./guid.ts";
import { ignoreFlowIfNullOrEmpty } from "./ignoreFlowIfNullOrEmpty.ts";
import { iif } from "./iif.ts";
import { inStr } from "./inStr.ts";
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
import { prepend } from "./prepend.ts";
import { removeDuplicates } from "./removeDuplicates.ts";
import { replace } from "./replace.ts";
import { singleAppRoleAssignment } from "./singleAppRoleAssignment.ts";
import { split } from "./split.ts";
import { stripSpaces } from "./stripSpaces.ts";
import { switchFunction } from "./switch.ts";
import { toLower } from "./toLower.ts";
import { toUpper } from "./toUpper.ts";
import { trimFunction } from "./trim.ts";
import { word } from "./word.ts";

/** Every built-in function, in the order of the alphabet. */
export const functions: readonly FunctionDefinition[] = [
  append,
  bitAnd,
  cBool,
  coalesce,
  convertToBase64,
  convertToUTF8Hex,
  count,
  cStr,
  guid,
  ignoreFlowIfNullOrEmpty,
  iif,
  inStr,
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
  prepend,
  removeDuplicates,
  replace,
  singleAppRoleAssignment,
  split,
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
