/** Behaviours that no public material settles, as options. The default of each is what Mapwright does unless told otherwise. */
export interface Assumptions {
  /** Split removes blanks around its elements, as the documented example does. */
  readonly splitTrim: boolean;
  /** Split drops empty elements. */
  readonly splitDropsEmpty: boolean;
  /** Mid with a start outside the text, or a length below zero, gives the text ("input") or nothing ("empty"). */
  readonly midStartBeyondEnd: "input" | "empty";
  /** Coalesce passes over empty strings too. */
  readonly coalesceSkipsEmpty: boolean;
  /** NormalizeDiacritics also strips marks of letters that its published table does not list. */
  readonly diacriticsBeyondTable: boolean;
  /** Word ignores empty words between two delimiters. */
  readonly wordIgnoresEmpty: boolean;
  /** A text without any of Word's delimiters is one word, and else none. */
  readonly wordWithoutDelimiter: boolean;
  /** The member of an app role assignment that SingleAppRoleAssignment and AppRoleAssignments return. */
  readonly singleRoleMember: "displayName" | "value";
  /** A null source of a string function gives null, so that a default value applies. */
  readonly nullStaysNull: boolean;
  /** Join gives an empty text where all its sources are absent, so that no default value applies; else null. */
  readonly joinOfNothingIsEmpty: boolean;
  /** No comparison holds of an absent value; else it compares as an empty text. */
  readonly absentComparesFalse: boolean;
  /** Replace gives null where its pattern does not find the group in the other attribute, and else an empty text. */
  readonly missingGroupIsNull: boolean;
  /** By how many minutes a date that states no offset is ahead of UTC. */
  readonly unstatedOffset: number;
  /** A date in another form than 2026-01-31 and 1/31/2026 is read as DateTime.Parse reads it in en-US; else it fails. */
  readonly anyDateForm: boolean;
  /** FormatDateTime keeps the offset of its source, instead of converting the date to UTC. */
  readonly preserveOffset: boolean;
  /** The last year that two digits can stand for; the first is 99 years before it. */
  readonly lastTwoDigitYear: number;
  /** DateAdd and DateDiff take their interval in any case of letters. */
  readonly intervalIgnoresCase: boolean;
  /** The member that holds the display name in the roles of AppRoleAssignmentsComplex and AssertiveAppRoleAssignmentsComplex. */
  readonly roleDisplayMember: "asDocumented" | "displayName" | "display";
  /** Which value of SelectUniqueValue is taken to be unused where no target is asked: 1 is the first. */
  readonly uniqueValueRank: number;
  /** The bare words IgnoreAttributeFlow and IgnoreObjectFlow are not texts: they leave the attribute or the object out of the flow. */
  readonly ignoreWords: boolean;
  /** The bare word NULL is not a text: it is an absent value. */
  readonly nullWord: boolean;
}

export type AssumptionName = keyof Assumptions;

export const defaultAssumptions: Assumptions = {
  splitTrim: true,
  splitDropsEmpty: true,
  midStartBeyondEnd: "input",
  coalesceSkipsEmpty: false,
  diacriticsBeyondTable: false,
  wordIgnoresEmpty: true,
  wordWithoutDelimiter: true,
  singleRoleMember: "displayName",
  nullStaysNull: true,
  joinOfNothingIsEmpty: true,
  absentComparesFalse: true,
  missingGroupIsNull: true,
  unstatedOffset: 0,
  anyDateForm: true,
  preserveOffset: false,
  lastTwoDigitYear: 2049,
  intervalIgnoresCase: true,
  roleDisplayMember: "asDocumented",
  uniqueValueRank: 1,
  ignoreWords: true,
  nullWord: true,
};
