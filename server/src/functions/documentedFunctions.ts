import type { FunctionDefinition } from "./definition.ts";
import { functions } from "./index.ts";
import type { Value } from "./values.ts";

/** A function with what a person is told of it beyond its summary. No call needs that, so that it is loaded when it is shown. */
export interface DocumentedFunction extends FunctionDefinition, Documentation {}

interface Documentation {
  readonly remarks?: readonly string[];
  readonly examples: readonly Example[];
}

/** Documentation that is executed by a test. */
export interface Example {
  readonly expression: string;
  readonly input?: Readonly<Record<string, Value>>;
  /** What flows: a text, a list, null, or the marker of an ignored flow. */
  readonly result: string | readonly string[] | null | { readonly flow: "ignored" };
}

/** By name, in the order of the alphabet. */
const documentation: Readonly<Record<string, Documentation>> = {
  Append: {
    examples: [
      {
        expression: 'Append([userPrincipalName], ".test")',
        input: { userPrincipalName: "John.Doe@contoso.com" },
        result: "John.Doe@contoso.com.test",
      },
    ],
  },
  AppRoleAssignments: {
    remarks: [
      "Only Microsoft Graph's list has it, without a description; it is taken to be SingleAppRoleAssignment for several roles.",
    ],
    examples: [
      {
        expression: "AppRoleAssignments([appRoleAssignments])",
        input: {
          appRoleAssignments: [
            '{"id":"b1","value":"Admin","displayName":"Admin"}',
            '{"id":"b2","value":"User","displayName":"User"}',
          ],
        },
        result: ["Admin", "User"],
      },
    ],
  },
  AppRoleAssignmentsComplex: {
    remarks: [
      "Every role is sent with primary false; the target attribute must be multi-valued.",
      "Roles are only ever added; AssertiveAppRoleAssignmentsComplex also removes them.",
      "Not to be used with the scope that synchronizes all users and groups.",
    ],
    examples: [
      {
        expression: "AppRoleAssignmentsComplex([appRoleAssignments])",
        input: { appRoleAssignments: ['{"id":"b1","value":"Admin","displayName":"Admin"}'] },
        result: ['{"primary":false,"type":"WindowsAzureActiveDirectoryRole","displayName":"Admin","value":"Admin"}'],
      },
    ],
  },
  AssertiveAppRoleAssignmentsComplex: {
    remarks: [
      "Every role is sent with primary false; the target attribute must be multi-valued.",
      "The whole list is replaced, so that roles of the target that are not assigned in Microsoft Entra ID go away.",
      "Not to be used with the scope that synchronizes all users and groups.",
    ],
    examples: [
      {
        expression: "AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
        input: { appRoleAssignments: ['{"id":"b1","value":"User","displayName":"User"}'] },
        result: ['{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"User","value":"User"}'],
      },
    ],
  },
  BitAnd: {
    remarks: ["Numbers have 64 bits.", "A text that holds a whole number counts as that number; anything else fails."],
    examples: [
      { expression: "BitAnd(&HF, &HF7)", result: "7" },
      { expression: "BitAnd([userAccountControl], 2)", input: { userAccountControl: "514" }, result: "2" },
    ],
  },
  CBool: {
    remarks: ["An absent value is False.", "A text that is neither True, False nor a number fails."],
    examples: [
      {
        expression: "CBool([department] = [division])",
        input: { department: "Sales", division: "Sales" },
        result: "True",
      },
      { expression: "CBool(0)", result: "False" },
    ],
  },
  CDate: {
    remarks: [
      "Reads ISO 8601 and month before day as in 1/31/2026 9:00:00 AM, and what else .NET's DateTime.Parse reads in the culture en-US, such as months by name.",
      "A date without an offset is taken as UTC.",
      "An absent or unreadable date fails: guard an attribute that may be absent with Switch or IIF.",
    ],
    examples: [
      {
        expression: "CDate([StatusHireDate])",
        input: { StatusHireDate: "2020-03-16-07:00" },
        result: "3/16/2020 7:00:00 AM",
      },
      {
        expression: "CDate([modified])",
        input: { modified: "2009-06-15T01:45:30-07:00" },
        result: "6/15/2009 8:45:30 AM",
      },
    ],
  },
  Coalesce: {
    remarks: ["The last argument acts as the default.", 'An empty text "" is a value and is returned.'],
    examples: [
      {
        expression: "Coalesce([mail], [userPrincipalName])",
        input: { mail: null, userPrincipalName: "John.Doe@contoso.com" },
        result: "John.Doe@contoso.com",
      },
    ],
  },
  ConvertFromBase64: {
    remarks: ["Unicode is UTF-16 (little-endian), as ConvertToBase64 writes it.", "A text that is not Base64 fails."],
    examples: [
      { expression: 'ConvertFromBase64("SABlAGwAbABvACAAdwBvAHIAbABkACEA")', result: "Hello world!" },
      { expression: 'ConvertFromBase64("SGVsbG8gd29ybGQh", UTF8)', result: "Hello world!" },
    ],
  },
  ConvertToBase64: {
    examples: [{ expression: 'ConvertToBase64("Hello world!")', result: "SABlAGwAbABvACAAdwBvAHIAbABkACEA" }],
  },
  ConvertToUTF8Hex: {
    examples: [{ expression: 'ConvertToUTF8Hex("Hello world!")', result: "48656C6C6F20776F726C6421" }],
  },
  Count: {
    remarks: ["An absent attribute has none, a single value counts as one."],
    examples: [
      {
        expression: "Count([otherMails])",
        input: { otherMails: ["ada@contoso.com", "ada@fabrikam.com"] },
        result: "2",
      },
    ],
  },
  CStr: {
    remarks: ["Truth values become `True` or `False`."],
    examples: [
      { expression: "CStr([dn])", input: { dn: "cn=Joe,dc=contoso,dc=com" }, result: "cn=Joe,dc=contoso,dc=com" },
    ],
  },
  DateAdd: {
    remarks: [
      "Months and years keep the day, or take the last one of a shorter month: a month after January 31 is the end of February.",
      "The value may be quoted; its decimals are cut off.",
      "The result is in UTC and prints as `M/d/yyyy h:mm:ss tt`.",
    ],
    examples: [
      {
        expression: 'DateAdd("d", 7, CDate([StatusHireDate]))',
        input: { StatusHireDate: "2012-03-16-07:00" },
        result: "3/23/2012 7:00:00 AM",
      },
      {
        expression: 'DateAdd("m", 1, CDate("2024-01-31Z"))',
        result: "2/29/2024 12:00:00 AM",
      },
    ],
  },
  DateDiff: {
    remarks: [
      "Days, hours, minutes and seconds are whole ones: with Now(), midnight tomorrow is 0 days away until 24 hours are left.",
      "Years and months are the calendar's: from December 31 to January 1 is one year and one month.",
      "Weeks begin on Sunday.",
    ],
    examples: [
      {
        expression: 'DateDiff("d", CDate([StatusHireDate]), CDate([ContractEndDate]))',
        input: { StatusHireDate: "2021-08-18+08:00", ContractEndDate: "2021-08-31+08:00" },
        result: "13",
      },
    ],
  },
  DateFromNum: {
    remarks: [
      "0 is January 1, 1601. 9223372036854775807, which stands for never, is no date and fails.",
      "The result prints as `M/d/yyyy h:mm:ss tt`.",
    ],
    examples: [{ expression: "DateFromNum(129699324000000000)", result: "1/1/2012 11:00:00 PM" }],
  },
  DefaultDomain: {
    remarks: [
      "Only Microsoft Graph's list has it, without a description.",
      "Mapwright takes it from the provisioning job's setting of this name, and fails where there is none.",
    ],
    examples: [
      {
        expression: 'Join("@", [mailNickname], DefaultDomain())',
        input: { mailNickname: "ada" },
        result: "ada@contoso.onmicrosoft.com",
      },
    ],
  },
  DNComponent: {
    remarks: [
      "The value comes without its attribute type and unescaped: of `CN=Smith\\, John` it is `Smith, John`.",
      "A name with fewer components fails.",
    ],
    examples: [
      { expression: "DNComponent([dn], 1)", input: { dn: "cn=Joe,ou=Sales,dc=contoso,dc=com" }, result: "Joe" },
      { expression: "DNComponent([dn], 2)", input: { dn: "cn=Joe,ou=Sales,dc=contoso,dc=com" }, result: "Sales" },
    ],
  },
  Error: {
    remarks: ["Meant as one of the values of IIF or Switch, of which only the chosen one is evaluated."],
    examples: [
      {
        expression: 'IIF(IsPresent([accountName]), [accountName], Error("AccountName is required"))',
        input: { accountName: "ada" },
        result: "ada",
      },
    ],
  },
  FormatDateTime: {
    remarks: [
      "There are four places: a comma stands for dateTimeStyles where it is left out.",
      "MM is the month and mm the minute, HH the hour of 24 and h or hh that of 12, which needs tt. hh wants two digits where it reads: 7:00:00 AM needs h.",
      "A single letter is a standard format, such as s; write %h for a custom format of one letter.",
      "A source with an offset (zzz or K) is written in UTC, which may be another day.",
      "Names of months and days are English. A source that does not fit its format fails.",
    ],
    examples: [
      {
        expression: 'FormatDateTime([extensionAttribute1], , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
        input: { extensionAttribute1: "20150123105347.1Z" },
        result: "2015-01-23",
      },
      {
        expression: 'FormatDateTime([endDate], , "M/d/yyyy h:mm:ss tt", "dddd, d MMMM yyyy")',
        input: { endDate: "7/2/2021 3:33:38 PM" },
        result: "Friday, 2 July 2021",
      },
    ],
  },
  Guid: {
    remarks: ["Every evaluation gives another value: apply the mapping only during creation."],
    examples: [{ expression: "Left(Mid(Guid(), 9, 1), 1)", result: "-" }],
  },
  IgnoreFlowIfNullOrEmpty: {
    remarks: ["Meant as the outermost function: the target then keeps the value it has."],
    examples: [
      {
        expression:
          'IgnoreFlowIfNullOrEmpty(Switch([prefix], "", "3443", "Dr.", "3444", "Prof.", "3445", "Prof. Dr."))',
        input: { prefix: "0" },
        result: { flow: "ignored" },
      },
      { expression: "IgnoreFlowIfNullOrEmpty([country])", input: { country: "Sweden" }, result: "Sweden" },
    ],
  },
  IIF: {
    remarks: [
      "A condition compares with = <> > >= < or <=; there is no AND or OR, so nest IIF instead.",
      "Two numbers compare as numbers, two dates in time, everything else as text, case-sensitively.",
      "A comparison with an absent or empty attribute never holds.",
      "Only the chosen value is evaluated.",
    ],
    examples: [
      {
        expression: 'IIF([country] = "USA", [country], [department])',
        input: { country: "Sweden", department: "Sales" },
        result: "Sales",
      },
      {
        expression: 'IIF([country] = "USA", IIF([state] = "WA", "Redmond", "Elsewhere"), "Abroad")',
        input: { country: "USA", state: "WA" },
        result: "Redmond",
      },
    ],
  },
  InStr: {
    remarks: [
      "The comparison respects the case of letters unless vbTextCompare is given.",
      "The position counts from the start of the text, wherever the search began.",
    ],
    examples: [
      { expression: 'InStr("The quick brown fox", "quick")', result: "5" },
      { expression: 'InStr("repEated", "e", 3, vbBinaryCompare)', result: "7" },
      { expression: 'InStr("repEated", "e", 3, vbTextCompare)', result: "4" },
    ],
  },
  IsNothing: {
    remarks: ["Only Microsoft Graph's list has it, without a description; it is taken to do what IsNull does."],
    examples: [
      { expression: "IsNothing([mail])", input: { mail: null }, result: "True" },
      { expression: "IsNothing([mail])", input: { mail: "" }, result: "False" },
    ],
  },
  IsNull: {
    remarks: ["An empty text is not null.", "A multi-valued attribute without values is null."],
    examples: [
      { expression: "IsNull([displayName])", input: { displayName: null }, result: "True" },
      { expression: 'IsNull("")', result: "False" },
    ],
  },
  IsNullOrEmpty: {
    remarks: ["A multi-valued attribute without values is null."],
    examples: [
      { expression: "IsNullOrEmpty([displayName])", input: { displayName: "" }, result: "True" },
      { expression: "IsNullOrEmpty([displayName])", input: { displayName: "Ada" }, result: "False" },
    ],
  },
  IsPresent: {
    remarks: ["The opposite of IsNullOrEmpty."],
    examples: [
      { expression: "IsPresent([manager])", input: { manager: null }, result: "False" },
      { expression: "IsPresent([manager])", input: { manager: "grace" }, result: "True" },
    ],
  },
  IsString: {
    remarks: ["Every single value can; an absent value or a list cannot."],
    examples: [
      { expression: "IsString([employeeId])", input: { employeeId: "42" }, result: "True" },
      { expression: "IsString([employeeId])", input: { employeeId: null }, result: "False" },
    ],
  },
  Item: {
    remarks: ["The first value has the position 1.", "A position that the list does not have fails."],
    examples: [
      {
        expression: "Item([proxyAddresses], 1)",
        input: { proxyAddresses: ["SMTP:ada@contoso.com", "smtp:a@contoso.com"] },
        result: "SMTP:ada@contoso.com",
      },
      {
        expression: 'Item(Split([userPrincipalName], "@"), 2)',
        input: { userPrincipalName: "ada@contoso.com" },
        result: "contoso.com",
      },
    ],
  },
  Join: {
    remarks: ["Absent and empty values are left out, and so is their separator.", "Each value of a list is a value."],
    examples: [
      {
        expression: 'Join(", ", "", [surname], [givenName])',
        input: { surname: "Doe", givenName: "John" },
        result: "Doe, John",
      },
      { expression: 'Join("", 1000, [employeeId])', input: { employeeId: "7" }, result: "10007" },
    ],
  },
  Left: {
    remarks: ["A number that is negative or exceeds the length gives the whole text.", 'An absent text gives "".'],
    examples: [{ expression: 'Left("John Doe", 3)', result: "Joh" }],
  },
  Mid: {
    remarks: [
      "A length that reaches behind the end gives what is there.",
      "A start outside the text, or a negative length, gives the whole text.",
    ],
    examples: [
      { expression: 'Mid("John Doe", 3, 5)', result: "hn Do" },
      { expression: 'Mid("John Doe", 6, 999)', result: "Doe" },
    ],
  },
  NormalizeDiacritics: {
    remarks: [
      "ö becomes o, ß becomes ss, ø becomes oe, ł becomes l.",
      "Letters that the documentation does not list stay as they are.",
    ],
    examples: [{ expression: "NormalizeDiacritics([givenName])", input: { givenName: "Zoë" }, result: "Zoe" }],
  },
  Not: {
    remarks: ["An absent value gives True."],
    examples: [{ expression: "Not([IsSoftDeleted])", input: { IsSoftDeleted: false }, result: "True" }],
  },
  Now: {
    examples: [{ expression: "IsPresent(Now())", result: "True" }],
  },
  NumFromDate: {
    remarks: [
      "A date without an offset is taken as UTC.",
      "An absent or unreadable date fails, and so does one that is in the year 10000 in UTC, such as 9999-12-31T23:59:59-04:00.",
    ],
    examples: [
      {
        expression: "NumFromDate([endDate])",
        input: { endDate: "2020-12-31 23:59:59-08:00" },
        result: "132539615990000000",
      },
    ],
  },
  PCase: {
    remarks: [
      "Without wordSeparators an apostrophe does not separate words, and a digit does not begin one: O'NEIL becomes O'neil, 3RD becomes 3Rd.",
      "With wordSeparators only these characters separate words.",
    ],
    examples: [
      {
        expression: "PCase([firstName])",
        input: { firstName: "PABLO GONSALVES (SECOND)" },
        result: "Pablo Gonsalves (Second)",
      },
      {
        expression: `PCase([lastName], " '-")`,
        input: { lastName: "PINTO-DE'SILVA" },
        result: "Pinto-De'Silva",
      },
    ],
  },
  Prepend: {
    remarks: ["The prefix is the first argument."],
    examples: [{ expression: 'Prepend("ext-", [mailNickname])', input: { mailNickname: "ada" }, result: "ext-ada" }],
  },
  RandomString: {
    remarks: [
      "The Length is at least the sum of the minimums; what it has beyond them are letters and digits.",
      "Special characters are those of Windows passwords.",
      "Every evaluation gives another value: apply the mapping only during creation.",
    ],
    examples: [
      { expression: 'RandomString(4, 4, 0, 0, 0, "012345678")', result: "9999" },
      { expression: 'Replace(RandomString(6, 3, 0, 0, 3), , "[0-9a-z]", , "x", , )', result: "xxxxxx" },
    ],
  },
  Redact: {
    remarks: [
      "Previews, requests as shown and test results mask it as well; what is sent to the target holds the value.",
    ],
    examples: [{ expression: "Redact([birthDate])", input: { birthDate: "1815-12-10" }, result: "1815-12-10" }],
  },
  RemoveDuplicates: {
    remarks: ["The first of equal values stays where it is.", "Values that differ in case are different."],
    examples: [
      {
        expression: "RemoveDuplicates([proxyAddresses])",
        input: { proxyAddresses: ["SMTP:ada@contoso.com", "smtp:a@contoso.com", "SMTP:ada@contoso.com"] },
        result: ["SMTP:ada@contoso.com", "smtp:a@contoso.com"],
      },
    ],
  },
  Replace: {
    remarks: [
      "oldValue and replacementValue: every oldValue in the source is replaced.",
      "oldValue and template: every oldValue in the template is replaced by the source.",
      `regexPattern and replacementValue: every match is replaced; \${name} and $1 stand for groups.`,
      "regexPattern, regexGroupName and replacementValue: only that group of every match is replaced. That the same text elsewhere in the source stays is assumed.",
      "regexPattern, regexGroupName and replacementAttributeName: an empty source becomes that group of the attribute.",
      'An argument left out is not the same as "". Letters are compared case-sensitively.',
    ],
    examples: [
      {
        expression: 'Replace([mail], "@contoso.com", , , "", , )',
        input: { mail: "john.doe@contoso.com" },
        result: "john.doe",
      },
      {
        expression: 'Replace([UserID], "<username>", , , , , "<username>@contoso.com")',
        input: { UserID: "jsmith" },
        result: "jsmith@contoso.com",
      },
      {
        expression: `Replace([phone], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>\\\\d{10})", , "\${phoneNumber}", , )`,
        input: { phone: "+91 9998887777" },
        result: "9998887777",
      },
      {
        expression: 'Replace([address], , "(?<streetNumber>^\\\\d*)", "streetNumber", "888", , )',
        input: { address: "545 Tremont Street" },
        result: "888 Tremont Street",
      },
      {
        expression: 'Replace([telephoneNumber], , "(?<phoneNumber>\\\\d{10})", "phoneNumber", , [mobile], )',
        input: { telephoneNumber: "", mobile: "+91 8887779999" },
        result: "8887779999",
      },
    ],
  },
  SelectUniqueValue: {
    remarks: [
      "It is the outermost function of its expression, and is not for an attribute with a matching precedence.",
      "It is meant for the creation of objects: apply the mapping only during creation.",
      "A rule that gives no value is passed over. Where every value is taken, the object is put into escrow.",
    ],
    examples: [
      {
        expression:
          'SelectUniqueValue(Join("@", NormalizeDiacritics(Join(".", [givenName], [surname])), "contoso.com"), Join("@", NormalizeDiacritics(Join(".", Left([givenName], 1), [surname])), "contoso.com"))',
        input: { givenName: "John", surname: "Smith" },
        result: "John.Smith@contoso.com",
      },
    ],
  },
  SingleAppRoleAssignment: {
    remarks: [
      "With several roles assigned it is not defined which one is returned; here it is the first.",
      "Not to be used with the scope that synchronizes all users and groups.",
    ],
    examples: [
      {
        expression: "SingleAppRoleAssignment([appRoleAssignments])",
        input: { appRoleAssignments: ['{"id":"b1","value":"Admin","displayName":"Administrator"}'] },
        result: "Administrator",
      },
    ],
  },
  Split: {
    remarks: ["Blanks around the values are removed, and empty values dropped."],
    examples: [
      {
        expression: 'Split([extensionAttribute5], ",")',
        input: { extensionAttribute5: "PermissionSetOne, PermissionSetTwo" },
        result: ["PermissionSetOne", "PermissionSetTwo"],
      },
    ],
  },
  StringFromSid: {
    examples: [
      {
        expression: "StringFromSid([objectSid])",
        input: { objectSid: "AQIAAAAAAAUgAAAAIAIAAA==" },
        result: "S-1-5-32-544",
      },
      {
        expression: "StringFromSid([objectSid])",
        input: { objectSid: "01020000000000052000000020020000" },
        result: "S-1-5-32-544",
      },
    ],
  },
  StripSpaces: {
    remarks: ["Tabs, line breaks and non-breaking spaces stay."],
    examples: [
      { expression: "StripSpaces([displayName])", input: { displayName: " Ada Lovelace " }, result: "AdaLovelace" },
    ],
  },
  Switch: {
    remarks: [
      "Keys are compared case-sensitively.",
      'An absent source equals the key "".',
      "Only the chosen value is evaluated.",
    ],
    examples: [
      {
        expression: 'Switch([state], "Other", "NSW", "Australia/Sydney", "QLD", "Australia/Brisbane")',
        input: { state: "QLD" },
        result: "Australia/Brisbane",
      },
      {
        expression: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
        input: { IsSoftDeleted: false },
        result: "True",
      },
    ],
  },
  ToLower: {
    remarks: ["Each letter stays one letter: ß is unchanged.", "A culture that does not exist fails."],
    examples: [
      {
        expression: "ToLower([userPrincipalName])",
        input: { userPrincipalName: "John.Smith@Contoso.com" },
        result: "john.smith@contoso.com",
      },
    ],
  },
  ToUpper: {
    remarks: ["Each letter stays one letter: ß is unchanged.", "A culture that does not exist fails."],
    examples: [{ expression: "ToUpper([country])", input: { country: "se" }, result: "SE" }],
  },
  Trim: {
    remarks: ["Of a multi-valued attribute, each value is trimmed."],
    examples: [{ expression: "Trim([country])", input: { country: "  Sweden " }, result: "Sweden" }],
  },
  Word: {
    remarks: [
      "Every character of delimiters separates words.",
      'A text with fewer words, an absent text and a number below 1 give "".',
    ],
    examples: [
      { expression: 'Word("The quick brown fox", 3, " ")', result: "brown" },
      { expression: 'Word("This,string!has&many separators", 3, ",!&#")', result: "has" },
    ],
  },
};

/** Every built-in function, documented. */
export const documentedFunctions: readonly DocumentedFunction[] = functions.flatMap(definition => {
  const told = documentation[definition.name];
  return told === undefined ? [] : [{ ...definition, ...told }];
});

const byLowerName = new Map(documentedFunctions.map(documented => [documented.name.toLowerCase(), documented]));

/** The function of this name in any case. */
export function findDocumentedFunction(name: string): DocumentedFunction | undefined {
  return byLowerName.get(name.toLowerCase());
}
