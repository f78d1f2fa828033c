/** A behaviour that no public material settles, with the default that Mapwright takes. */
export interface Assumption {
  readonly name: AssumptionName;
  /** One sentence for the person, shown wherever the assumption changed a value. */
  readonly text: string;
  /** The page that leaves it open. */
  readonly source: string;
}

/** The options themselves. The default of each is what Mapwright does unless told otherwise. */
export interface Assumptions {
  /** Split removes blanks around its elements, as the documented example does. */
  readonly splitTrim: boolean;
  /** Split drops empty elements. */
  readonly splitDropsEmpty: boolean;
  /** Mid with a start behind the end of the text gives the text ("input") or nothing ("empty"). */
  readonly midStartBeyondEnd: "input" | "empty";
  /** Coalesce passes over empty strings too. */
  readonly coalesceSkipsEmpty: boolean;
  /** NormalizeDiacritics also strips marks of letters that its published table does not list. */
  readonly diacriticsBeyondTable: boolean;
  /** Word ignores empty words between two delimiters. */
  readonly wordIgnoresEmpty: boolean;
  /** The member of an app role assignment that SingleAppRoleAssignment and AppRoleAssignments return. */
  readonly singleRoleMember: "displayName" | "value";
  /** A null source of a string function gives null, so that a default value applies. */
  readonly nullStaysNull: boolean;
  /** By how many minutes a date that states no offset is ahead of UTC. */
  readonly unstatedOffset: number;
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
  singleRoleMember: "displayName",
  nullStaysNull: true,
  unstatedOffset: 0,
  preserveOffset: false,
  lastTwoDigitYear: 2049,
  intervalIgnoresCase: true,
  roleDisplayMember: "asDocumented",
  uniqueValueRank: 1,
  ignoreWords: true,
  nullWord: true,
};

const functionsPage =
  "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data";

/** What is told of each assumption. */
export const assumptionTexts: Readonly<Record<AssumptionName, Assumption>> = {
  splitTrim: {
    name: "splitTrim",
    text: "Split trims the blanks around its elements, as its documented example shows.",
    source: `${functionsPage}#split`,
  },
  splitDropsEmpty: {
    name: "splitDropsEmpty",
    text: "Split drops empty elements.",
    source: `${functionsPage}#split`,
  },
  midStartBeyondEnd: {
    name: "midStartBeyondEnd",
    text: "Mid returns the whole text when it starts outside the text, as Entra Connect's Mid does.",
    source: `${functionsPage}#mid`,
  },
  coalesceSkipsEmpty: {
    name: "coalesceSkipsEmpty",
    text: "Coalesce takes an empty string for a value; only an absent attribute is passed over.",
    source: `${functionsPage}#coalesce`,
  },
  diacriticsBeyondTable: {
    name: "diacriticsBeyondTable",
    text: "NormalizeDiacritics leaves letters unchanged that its published table does not list.",
    source: `${functionsPage}#normalizediacritics`,
  },
  wordIgnoresEmpty: {
    name: "wordIgnoresEmpty",
    text: "Word does not count the empty words between neighbouring delimiters.",
    source: `${functionsPage}#word`,
  },
  singleRoleMember: {
    name: "singleRoleMember",
    text: "A role is returned by its display name, and SingleAppRoleAssignment returns the first role assigned.",
    source: `${functionsPage}#singleapproleassignment`,
  },
  nullStaysNull: {
    name: "nullStaysNull",
    text: "A string function over an absent attribute gives no value, so that the default value applies.",
    source: functionsPage,
  },
  unstatedOffset: {
    name: "unstatedOffset",
    text: "A date that states no offset is taken as UTC.",
    source: `${functionsPage}#cdate`,
  },
  preserveOffset: {
    name: "preserveOffset",
    text: "FormatDateTime converts a date with an offset to UTC before it writes it, as .NET's DateTime does on a server whose time zone is UTC.",
    source: `${functionsPage}#formatdatetime`,
  },
  lastTwoDigitYear: {
    name: "lastTwoDigitYear",
    text: "A year of two digits lies between 1950 and 2049, as in .NET; in .NET Framework it lies between 1930 and 2029.",
    source: "https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings",
  },
  intervalIgnoresCase: {
    name: "intervalIgnoresCase",
    text: "An interval in capital letters means the same as in small ones, as in Visual Basic; only small ones are documented.",
    source: `${functionsPage}#dateadd`,
  },
  roleDisplayMember: {
    name: "roleDisplayMember",
    text: "Roles carry their name in displayName with AppRoleAssignmentsComplex and in display with AssertiveAppRoleAssignmentsComplex, as the documented requests do.",
    source:
      "https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes#provisioning-a-role-to-a-scim-app",
  },
  uniqueValueRank: {
    name: "uniqueValueRank",
    text: "No target is asked here: the first value of SelectUniqueValue is taken to be unused.",
    source: `${functionsPage}#selectuniquevalue`,
  },
  ignoreWords: {
    name: "ignoreWords",
    text: "IgnoreAttributeFlow leaves the attribute out of the flow and IgnoreObjectFlow the whole object; a single page of the documentation has these words.",
    source: "https://learn.microsoft.com/entra/identity/app-provisioning/workday-expression-mapping-functions-guide",
  },
  nullWord: {
    name: "nullWord",
    text: "NULL is an absent value, as in Entra Connect; application provisioning does not document the word.",
    source:
      "https://learn.microsoft.com/entra/identity/hybrid/connect/concept-azure-ad-connect-sync-declarative-provisioning-expressions",
  },
};
