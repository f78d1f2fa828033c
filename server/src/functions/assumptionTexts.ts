import type { AssumptionName } from "./assumptions.ts";
import { functionsPage } from "./pages.ts";

/** What a person is told of a behaviour that no public material settles. */
export interface Assumption {
  readonly name: AssumptionName;
  /** One sentence for the person, shown wherever the assumption changed a value. */
  readonly text: string;
  /** The page that leaves it open. */
  readonly source: string;
}

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
    text: "Mid returns the whole text when it starts outside the text or its length is below zero, as Entra Connect's Mid does.",
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
  wordWithoutDelimiter: {
    name: "wordWithoutDelimiter",
    text: "Word takes a text without any of its delimiters for one word.",
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
  joinOfNothingIsEmpty: {
    name: "joinOfNothingIsEmpty",
    text: "Join gives an empty text where all it joins is absent, as .NET's does, so that the default value does not apply.",
    source: `${functionsPage}#join`,
  },
  absentComparesFalse: {
    name: "absentComparesFalse",
    text: "No comparison holds of an absent or empty attribute, whatever its operator, as the page's known limitations have it.",
    source: `${functionsPage}#iif`,
  },
  missingGroupIsNull: {
    name: "missingGroupIsNull",
    text: "Replace gives no value where its pattern does not find the group in the other attribute.",
    source: `${functionsPage}#replace`,
  },
  unstatedOffset: {
    name: "unstatedOffset",
    text: "A date that states no offset is taken as UTC.",
    source: `${functionsPage}#cdate`,
  },
  anyDateForm: {
    name: "anyDateForm",
    text: "A date in another form than 2026-01-31 and 1/31/2026 is read as .NET's DateTime.Parse reads it in the culture en-US: the month before the day, and in the current year where it has none.",
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
