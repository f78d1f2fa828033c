import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/** A rule with what a person is told of it. No check needs that, so that it is loaded when it is shown. */
export interface DocumentedRule extends Rule, Documentation {}

interface Documentation {
  /** One sentence: what holds in a good file. */
  readonly summary: string;
  /** One line each, as the README shows them: an attribute mapping, a clause, a property, or whole tests. */
  readonly bad: string;
  readonly good: string;
}

/** By code, in the order of the rules. */
const documentation: Readonly<Record<string, Documentation>> = {
  "unknown-function": {
    summary: "Every called function exists.",
    bad: 'title <- Swich([state], "Other", "", "Sydney")',
    good: 'title <- Switch([state], "Other", "", "Sydney")',
  },
  "function-case": {
    summary: "A function's name has the letter case of the documentation.",
    bad: 'title <- join(" ", [jobTitle], [department])',
    good: 'title <- Join(" ", [jobTitle], [department])',
  },
  "connect-only-function": {
    summary: "No function is one that only Entra Connect has.",
    bad: "preferredLanguage <- LCase([preferredLanguage])",
    good: "preferredLanguage <- ToLower([preferredLanguage])",
  },
  "cloudsync-only-function": {
    summary: "No function is one that only cloud sync has, unless the job is one of cloud sync.",
    bad: 'title <- ConvertFromBase64([jobTitle], "UTF8")',
    good: "title <- ConvertToBase64([jobTitle])",
  },
  "attribute-unknown": {
    summary: "Every source attribute is one of the source object's, or is declared.",
    bad: "title <- [jobTitel]",
    good: "title <- [jobTitle]",
  },
  "attribute-case": {
    summary: "A source attribute's name has the letter case of the source object's attribute list.",
    bad: "title <- [JobTitle]",
    good: "title <- [jobTitle]",
  },
  "unknown-constant": {
    summary: "A bare word is one that the function knows.",
    bad: "title <- jobTitle",
    good: "title <- [jobTitle]",
  },
  "special-literal": {
    summary: "No word such as NULL or IgnoreAttributeFlow stands for a value.",
    bad: 'title <- IIF([country] = "USA", [jobTitle], IgnoreAttributeFlow)',
    good: 'title <- IgnoreFlowIfNullOrEmpty(IIF([country] = "USA", [jobTitle], ""))',
  },
  "param-reference": {
    summary: "Only a job of cloud sync uses settings of the job, and only those that it has.",
    bad: 'userName <- [userPrincipalName] match 1 nickName <- Join("@", [mailNickname], %DomainFQDN%)',
    good: 'userName <- [userPrincipalName] match 1 nickName <- Join("@", [mailNickname], "contoso.com")',
  },
  "arg-count": {
    summary: "A call has as many arguments as its function takes, and none of the required ones is left out.",
    bad: "title <- Append([jobTitle])",
    good: 'title <- Append([jobTitle], " (external)")',
  },
  "arg-type": {
    summary: "A number, a date or a word that is written out is one that its function can use.",
    bad: 'nickName <- Left([givenName], "three")',
    good: "nickName <- Left([givenName], 3)",
  },
  "operator-unsupported": {
    summary: "There are no operators but =, <>, <, <=, > and >=, and no grouping parentheses.",
    bad: 'displayName <- [givenName] & " " & [surname]',
    good: 'displayName <- Join(" ", [givenName], [surname])',
  },
  "condition-outside-iif": {
    summary: "A comparison stands only as the condition of IIF or CBool.",
    bad: 'active <- [country] = "USA"',
    good: 'active <- IIF([country] = "USA", "True", "False")',
  },
  "string-unknown-escape": {
    summary: "A backslash in a string is written twice.",
    bad: String.raw`title <- Append("CONTOSO\staff", [jobTitle])`,
    good: String.raw`title <- Append("CONTOSO\\staff", [jobTitle])`,
  },
  "expr-too-long": {
    summary: "An expression has at most 10,000 characters.",
    bad: 'title <- Append([jobTitle], "… 9,979 letters …")',
    good: 'title <- Append([jobTitle], "… 9,978 letters …")',
  },
  "switch-arity": {
    summary: "Switch has a source, a default value and at least one pair of key and value.",
    bad: 'active <- Switch([IsSoftDeleted], "True", "False", "False", "True")',
    good: 'active <- Switch([IsSoftDeleted], , "True", "False", "False", "True")',
  },
  "switch-ispresent-source": {
    summary: "Switch compares a value, not the result of IsPresent, IsNull or IsNullOrEmpty.",
    bad: 'title <- Switch(IsPresent([jobTitle]), "Staff", "True", [jobTitle])',
    good: 'title <- Switch([jobTitle], [jobTitle], "", "Staff")',
  },
  "switch-incremental-null": {
    summary: 'A Switch that flows at updates has the key "", or is written as nested IIF.',
    bad: 'title <- Switch([companyName], "External", "Contoso", "Employee")',
    good: 'title <- IIF([companyName] = "Contoso", "Employee", "External")',
  },
  "switch-no-empty-key": {
    summary: 'A Switch over an attribute that may be absent has the key "" or a default value.',
    bad: 'title <- Switch([employeeType], , "E", "Employee", "C", "Contractor") on create',
    good: 'title <- Switch([employeeType], , "E", "Employee", "", "Guest") on create',
  },
  "switch-reference": {
    summary: "Switch compares no references, such as the manager.",
    bad: 'title <- Switch([manager], "Staff", "", "Chief")',
    good: 'title <- Switch([jobTitle], "Staff", "", "Unknown")',
  },
  "switch-case-sensitive": {
    summary: "The keys of a Switch have the case of the values that they meet.",
    bad: 'title <- Switch(ToLower([companyName]), "Other", "Contoso", "Employee", "", "None")',
    good: 'title <- Switch(ToLower([companyName]), "Other", "contoso", "Employee", "", "None")',
  },
  "switch-duplicate-key": {
    summary: "Switch has no key twice.",
    bad: 'title <- Switch([state], "Other", "NSW", "Sydney", "NSW", "Newcastle") on create',
    good: 'title <- Switch([state], "Other", "NSW", "Sydney", "QLD", "Brisbane") on create',
  },
  "iif-null-condition": {
    summary: 'What depends on whether a value is there is decided by Switch with the key "", not by IIF.',
    bad: 'title <- IIF(IsPresent([jobTitle]), [jobTitle], "Staff")',
    good: 'title <- Switch([jobTitle], [jobTitle], "", "Staff")',
  },
  "iif-nullable-operand": {
    summary: "What may be absent is compared by =, not by <>.",
    bad: 'title <- IIF([country] <> "USA", "Abroad", "At home")',
    good: 'title <- IIF([country] = "USA", "At home", "Abroad")',
  },
  "item-index-zero": {
    summary: "The index of Item is 1 or more.",
    bad: "title <- Item([proxyAddresses], 0)",
    good: "title <- Item([proxyAddresses], 1)",
  },
  "item-single-valued": {
    summary: "Item, Count and RemoveDuplicates read attributes that hold several values.",
    bad: "title <- Item([jobTitle], 1)",
    good: "title <- Item([otherMails], 1)",
  },
  "mid-start-zero": {
    summary: "The start of Mid is 1 or more.",
    bad: "nickName <- Mid([givenName], 0, 3)",
    good: "nickName <- Mid([givenName], 1, 3)",
  },
  "instr-zero-based": {
    summary: "The result of InStr is compared as a position from 1, with 0 for not found.",
    bad: 'userType <- IIF(InStr([mail], "@contoso.com") = -1, "Guest", "Employee")',
    good: 'userType <- IIF(InStr([mail], "@contoso.com") = 0, "Guest", "Employee")',
  },
  "instr-compare-enum": {
    summary: "The compareType of InStr is vbTextCompare or vbBinaryCompare.",
    bad: 'userType <- IIF(InStr([mail], "@Contoso.com", 1, TextCompare) > 0, "Employee", "Guest")',
    good: 'userType <- IIF(InStr([mail], "@Contoso.com", 1, vbTextCompare) > 0, "Employee", "Guest")',
  },
  "split-delimiter-length": {
    summary: "The delimiter of Split is one character.",
    bad: 'nickName <- Item(Split([extensionAttribute5], ", "), 1)',
    good: 'nickName <- Item(Split([extensionAttribute5], ","), 1)',
  },
  "replace-mode": {
    summary: "The arguments of Replace form one of its five modes.",
    bad: 'title <- Replace([jobTitle], "Engineer", , "Developer", , , )',
    good: 'title <- Replace([jobTitle], "Engineer", , , "Developer", , )',
  },
  "replace-arity": {
    summary: "Replace has all of its seven places, those of omitted arguments too.",
    bad: 'title <- Replace([jobTitle], "Senior", , , "Sr.")',
    good: 'title <- Replace([jobTitle], "Senior", , , "Sr.", , )',
  },
  "regex-invalid": {
    summary: "Regular expressions are ones that .NET can read.",
    bad: 'title <- Replace([jobTitle], , "(senior", , "", , )',
    good: 'title <- Replace([jobTitle], , "(senior)", , "", , )',
  },
  "regex-group-missing": {
    summary: "A group that Replace names is a group of its pattern.",
    bad: 'title <- Replace([jobTitle], , "(?<rank>Senior|Junior) ", "rnak", "", , )',
    good: 'title <- Replace([jobTitle], , "(?<rank>Senior|Junior) ", "rank", "", , )',
  },
  "regex-single-backslash": {
    summary: "A backslash in a regular expression is written twice.",
    bad: String.raw`title <- Replace([jobTitle], , "\d+", , "", , )`,
    good: String.raw`title <- Replace([jobTitle], , "\\d+", , "", , )`,
  },
  "regex-catastrophic": {
    summary: "A regular expression can match a text in few ways, so that it never takes long.",
    bad: 'title <- Replace([jobTitle], , "^([a-z]+ ?)+$", , "", , )',
    good: 'title <- Replace([jobTitle], , "^[a-z]+( [a-z]+)* ?$", , "", , )',
  },
  "regex-portability": {
    summary: "Regular expressions use constructs that a preview can run.",
    bad: 'title <- Replace([jobTitle], , "[[:digit:]]+", , "", , )',
    good: String.raw`title <- Replace([jobTitle], , "\\d+", , "", , )`,
  },
  "selectunique-nested": {
    summary: "SelectUniqueValue is the outermost function.",
    bad: "externalId <- ToLower(SelectUniqueValue([mailNickname], [employeeId])) on create",
    good: "externalId <- SelectUniqueValue(ToLower([mailNickname]), [employeeId]) on create",
  },
  "selectunique-min-args": {
    summary: "SelectUniqueValue has two values to try, or more.",
    bad: "externalId <- SelectUniqueValue([mailNickname]) on create",
    good: "externalId <- SelectUniqueValue([mailNickname], [employeeId]) on create",
  },
  "selectunique-create-only": {
    summary: "SelectUniqueValue is applied only during creation.",
    bad: "externalId <- SelectUniqueValue([mailNickname], [employeeId])",
    good: "externalId <- SelectUniqueValue([mailNickname], [employeeId]) on create",
  },
  "selectunique-matching": {
    summary: "No matching attribute is filled by SelectUniqueValue.",
    bad: "userName <- SelectUniqueValue([mailNickname], [employeeId]) match 1 on create",
    good: "userName <- [userPrincipalName] match 1",
  },
  "selectunique-app": {
    summary: "SelectUniqueValue is used in provisioning from Workday, SuccessFactors or the API to Active Directory.",
    bad: 'application "A" { template: servicenow } mapping "M" { source: User target: user cn <- [objectId] match 1 mail <- SelectUniqueValue([mail], "x") on create } attributes target user { cn: String mail: String }',
    good: 'application "A" { template: workday2ad } mapping "M" { source: User target: user cn <- [objectId] match 1 mail <- SelectUniqueValue([mail], "x") on create } attributes target user { cn: String mail: String }',
  },
  "selectunique-diacritics": {
    summary: "The names of people that SelectUniqueValue tries go through NormalizeDiacritics.",
    bad: 'externalId <- SelectUniqueValue([givenName], Join(".", NormalizeDiacritics([givenName]), [employeeId])) on create',
    good: "externalId <- SelectUniqueValue(NormalizeDiacritics([givenName]), [employeeId]) on create",
  },
  "ignoreflow-nested": {
    summary: "IgnoreFlowIfNullOrEmpty stands around the whole expression.",
    bad: 'title <- Append(IgnoreFlowIfNullOrEmpty([jobTitle]), " (external)")',
    good: 'title <- IgnoreFlowIfNullOrEmpty(Append([jobTitle], " (external)"))',
  },
  "ignoreflow-default": {
    summary: "A mapping with a default value does not ignore the flow of an absent value.",
    bad: 'title <- IgnoreFlowIfNullOrEmpty([jobTitle]) default "Staff"',
    good: 'title <- [jobTitle] default "Staff"',
  },
  "date-interval": {
    summary: 'An interval is "yyyy", "m", "d", "ww", "h", "n" or "s".',
    bad: 'title <- FormatDateTime(DateAdd("day", 7, CDate("2026-01-31")), , "M/d/yyyy h:mm:ss tt", "yyyy-MM-dd")',
    good: 'title <- FormatDateTime(DateAdd("d", 7, CDate("2026-01-31")), , "M/d/yyyy h:mm:ss tt", "yyyy-MM-dd")',
  },
  "date-needs-cdate": {
    summary: "DateAdd and DateDiff are given dates: of CDate, Now, DateAdd or DateFromNum.",
    bad: 'active <- IIF(DateDiff("d", Now(), "2026-01-31") > 0, "True", "False")',
    good: 'active <- IIF(DateDiff("d", Now(), CDate("2026-01-31")) > 0, "True", "False")',
  },
  "cdate-null-guard": {
    summary: "A date that may be absent is tested, or has a substitute, before CDate or NumFromDate reads it.",
    bad: 'active <- IIF(DateDiff("d", Now(), CDate([employeeHireDate])) > 0, "False", "True")',
    good: 'active <- IIF(DateDiff("d", Now(), CDate(Coalesce([employeeHireDate], "9999-01-01"))) > 0, "False", "True")',
  },
  "formatdatetime-3-args": {
    summary: "FormatDateTime has four places, of which the second may be empty.",
    bad: 'title <- FormatDateTime([extensionAttribute1], "yyyyMMdd", "yyyy-MM-dd")',
    good: 'title <- FormatDateTime([extensionAttribute1], , "yyyyMMdd", "yyyy-MM-dd")',
  },
  "date-format-spec": {
    summary: "A date format has MM for months and mm for minutes, tt beside hh, and no letters without a meaning.",
    bad: 'title <- FormatDateTime([extensionAttribute1], , "yyyyMMdd", "yyyy-mm-dd")',
    good: 'title <- FormatDateTime([extensionAttribute1], , "yyyyMMdd", "yyyy-MM-dd")',
  },
  "date-hh-parse": {
    summary: "A format that reads hours of the twelve-hour clock has h, which also reads one digit.",
    bad: 'title <- FormatDateTime([extensionAttribute1], , "M/d/yyyy hh:mm:ss tt", "yyyy-MM-dd")',
    good: 'title <- FormatDateTime([extensionAttribute1], , "M/d/yyyy h:mm:ss tt", "yyyy-MM-dd")',
  },
  "date-offset-shift": {
    summary: "A date that is read with an offset is not written as a day alone.",
    bad: 'title <- FormatDateTime([extensionAttribute1], , "yyyy-MM-ddzzz", "yyyy-MM-dd")',
    good: "title <- Left([extensionAttribute1], 10)",
  },
  "datetimestyles-invalid": {
    summary: "The dateTimeStyles of FormatDateTime are .NET's, and do not exclude each other.",
    bad: 'title <- FormatDateTime([extensionAttribute1], "AssumeUniversl", "yyyyMMdd", "yyyy-MM-dd")',
    good: 'title <- FormatDateTime([extensionAttribute1], "AssumeUniversal", "yyyyMMdd", "yyyy-MM-dd")',
  },
  "numfromdate-iso": {
    summary: "The text that NumFromDate is given is a date in ISO 8601.",
    bad: 'title <- NumFromDate("12/31/2026 11:59:59 PM")',
    good: 'title <- NumFromDate("2026-12-31 23:59:59")',
  },
  "datediff-now-direction": {
    summary: "An account is enabled from the first day of work on, and until the last one.",
    bad: 'active <- IIF(DateDiff("d", Now(), CDate(Coalesce([employeeHireDate], "9999-01-01"))) >= 0, "True", "False")',
    good: 'active <- IIF(DateDiff("d", Now(), CDate(Coalesce([employeeHireDate], "9999-01-01"))) <= 0, "True", "False")',
  },
  "randomstring-sums": {
    summary: "The Length of RandomString is 256 at most and has room for its minimums.",
    bad: "nickName <- RandomString(6, 3, 2, 2, 1) on create",
    good: "nickName <- RandomString(8, 3, 2, 2, 1) on create",
  },
  "randomstring-update": {
    summary: "RandomString, Guid and Now flow only during creation.",
    bad: "externalId <- Guid()",
    good: "externalId <- Guid() on create",
  },
  "redact-password": {
    summary: "A password flows through Redact.",
    bad: "password <- RandomString(16, 2, 2, 2, 2) on create",
    good: "password <- Redact(RandomString(16, 2, 2, 2, 2)) on create",
  },
  "culture-invalid": {
    summary: "A culture is named as in RFC 4646, such as tr-TR.",
    bad: 'nickName <- ToLower([givenName], "Turkish")',
    good: 'nickName <- ToLower([givenName], "tr-TR")',
  },
  "lower-caseexact": {
    summary: "What ToLower or ToUpper gives to accounts that exist flows into a case-exact attribute.",
    bad: 'mapping "M" { source: User target: "T" alias <- ToLower([mail]) uid <- [objectId] match 1 } attributes target "T" { alias: String uid: String }',
    good: 'mapping "M" { source: User target: "T" alias <- ToLower([mail]) uid <- [objectId] match 1 } attributes target "T" { alias: String, caseExact uid: String }',
  },
  "diacritics-unlisted": {
    summary: "A text that NormalizeDiacritics gets has only letters that its table lists.",
    bad: 'name.formatted <- NormalizeDiacritics(Join(" ", "Đặng", [surname]))',
    good: 'name.formatted <- NormalizeDiacritics(Join(" ", "Dang", [surname]))',
  },
  "roles-direct": {
    summary: "The attribute appRoleAssignments is read by a role function.",
    bad: 'roles[primary eq "True"].value <- [appRoleAssignments]',
    good: 'roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])',
  },
  "roles-arg": {
    summary: "The argument of a role function is [appRoleAssignments].",
    bad: 'roles[primary eq "True"].value <- SingleAppRoleAssignment([jobTitle])',
    good: 'roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])',
  },
  "roles-sync-all": {
    summary: "An application that is given roles has the scope of its assigned users.",
    bad: 'application "A" { scope: all } mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments]) userName <- [userPrincipalName] match 1 active <- Not([IsSoftDeleted]) filter "F" { mail IS NOT NULL } }',
    good: 'application "A" { scope: assigned } mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments]) userName <- [userPrincipalName] match 1 active <- Not([IsSoftDeleted]) filter "F" { mail IS NOT NULL } }',
  },
  "roles-single-multi": {
    summary: "SingleAppRoleAssignment fills an attribute for one value.",
    bad: "roles <- SingleAppRoleAssignment([appRoleAssignments])",
    good: 'roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])',
  },
  "roles-both": {
    summary: "A mapping gives either one role or all of them.",
    bad: 'roles <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments]) roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])',
    good: "roles <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
  },
  "roles-complex-add-only": {
    summary: "Roles that are taken from a user are removed in the target too, unless the mapping says `add values`.",
    bad: "roles <- AppRoleAssignmentsComplex([appRoleAssignments])",
    good: "roles <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
  },
  "roles-target-multivalued": {
    summary: "All roles flow into a String attribute for several values.",
    bad: "userType <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
    good: "roles <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
  },
  "constant-boolean-case": {
    summary: "A boolean attribute of Active Directory gets TRUE or FALSE.",
    bad: 'mapping "M" { source: User target: user cn <- [objectId] match 1 msExchHideFromAddressLists <- "True" } attributes target user { cn: String msExchHideFromAddressLists: Boolean }',
    good: 'mapping "M" { source: User target: user cn <- [objectId] match 1 msExchHideFromAddressLists <- "TRUE" } attributes target user { cn: String msExchHideFromAddressLists: Boolean }',
  },
  "no-matching-attribute": {
    summary: "A mapping has at least one matching attribute.",
    bad: "userName <- [userPrincipalName]",
    good: "userName <- [userPrincipalName] match 1",
  },
  "matching-priority-zero": {
    summary: "A matching precedence is a whole number from 1.",
    bad: "userName <- [userPrincipalName] match 0",
    good: "userName <- [userPrincipalName] match 1",
  },
  "matching-duplicate-priority": {
    summary: "Every matching attribute of a mapping has a precedence of its own.",
    bad: "userName <- [userPrincipalName] match 1 externalId <- [objectId] match 1",
    good: "userName <- [userPrincipalName] match 1 externalId <- [objectId] match 2",
  },
  "matching-many-sources": {
    summary: "What a matching attribute is compared with is made of one source attribute.",
    bad: "userName <- Coalesce([mail], [userPrincipalName]) match 1",
    good: "userName <- ToLower([userPrincipalName]) match 1",
  },
  "matching-not-unique": {
    summary: "A user is matched by a value that no other user has, and every user has a value to be matched by.",
    bad: 'emails[type eq "work"].value <- [mail] match 1 userName <- [userPrincipalName]',
    good: "externalId <- [objectId] match 1 userName <- [userPrincipalName]",
  },
  "matching-many": {
    summary: "A mapping has one or two matching attributes.",
    bad: 'userName <- [userPrincipalName] match 1 externalId <- [objectId] match 2 emails[type eq "work"].value <- [mail] match 3',
    good: "userName <- [userPrincipalName] match 1 externalId <- [objectId] match 2",
  },
  "filter-special-chars": {
    summary: "What a matching attribute is compared with has no special characters.",
    bad: "userName <- [originalUserPrincipalName] match 1",
    good: "userName <- [userPrincipalName] match 1",
  },
  "group-match-displayname": {
    summary: "Groups are matched by a value that each of them has, and no other.",
    bad: 'mapping "M" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" displayName <- Left([displayName], 20) match 1 }',
    good: 'mapping "M" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" displayName <- [displayName] match 1 }',
  },
  "matching-extensionattribute": {
    summary: "Users of Entra are not matched by extensionAttribute1 to extensionAttribute15.",
    bad: 'application "A" { template: workday2aad } mapping "M" { source: Worker target: User extensionAttribute3 <- [WorkerID] match 1 } attributes source Worker { WorkerID: String, required } attributes target User { extensionAttribute3: String }',
    good: 'application "A" { template: workday2aad } mapping "M" { source: Worker target: User employeeId <- [WorkerID] match 1 } attributes source Worker { WorkerID: String, required } attributes target User { employeeId: String }',
  },
  "xt-matching-changed": {
    summary: "Cross-tenant synchronization matches by alternativeSecurityIdentifier alone.",
    bad: 'application "A" { template: Azure2Azure } mapping "M" { source: User target: "User" alternativeSecurityIdentifier <- [objectId] match 1 userPrincipalName <- [userPrincipalName] match 2 } attributes target "User" { alternativeSecurityIdentifier: String userPrincipalName: String }',
    good: 'application "A" { template: Azure2Azure } mapping "M" { source: User target: "User" alternativeSecurityIdentifier <- [objectId] match 1 userPrincipalName <- [userPrincipalName] } attributes target "User" { alternativeSecurityIdentifier: String userPrincipalName: String }',
  },
  "duplicate-target": {
    summary: "A target attribute is mapped once.",
    bad: "title <- [jobTitle] title <- [department]",
    good: "title <- [jobTitle] nickName <- [givenName]",
  },
  "duplicate-type-values": {
    summary: "Each type of a multi-valued attribute is mapped once.",
    bad: 'mapping "M" { source: User target: "Account" userName <- [objectId] match 1 emails[type eq "work"].value <- [mail] emails[type eq "Work"].value <- [userPrincipalName] } attributes target "Account" { userName: String emails[type eq "work"].value: String emails[type eq "Work"].value: String }',
    good: 'mapping "M" { source: User target: "Account" userName <- [objectId] match 1 emails[type eq "work"].value <- [mail] emails[type eq "home"].value <- [userPrincipalName] } attributes target "Account" { userName: String emails[type eq "work"].value: String emails[type eq "home"].value: String }',
  },
  "target-unknown": {
    summary: "Every target attribute is one of the target object's, or is declared.",
    bad: "dispalyName <- [displayName]",
    good: "displayName <- [displayName]",
  },
  "target-readonly": {
    summary: "No mapping writes an attribute that the target keeps read-only.",
    bad: "groups <- [department]",
    good: "title <- [department]",
  },
  "target-immutable": {
    summary: "An attribute that can be written only once is mapped on create.",
    bad: 'mapping "M" { source: User target: "Badge" serial <- [objectId] match 1 colour <- [department] } attributes target "Badge" { serial: String colour: String, immutable }',
    good: 'mapping "M" { source: User target: "Badge" serial <- [objectId] match 1 colour <- [department] on create } attributes target "Badge" { serial: String colour: String, immutable }',
  },
  "id-as-target": {
    summary: "The target's primary key, id, is not mapped.",
    bad: "id <- [objectId]",
    good: "externalId <- [objectId]",
  },
  "required-unmapped": {
    summary: "Every attribute that the target requires has a source or a default value.",
    bad: "externalId <- [objectId] match 1",
    good: "userName <- [userPrincipalName] match 1",
  },
  "multi-to-single": {
    summary: "Several values flow into an attribute that holds several.",
    bad: "title <- [otherMails]",
    good: 'title <- Join(", ", [otherMails])',
  },
  "single-to-multi-type": {
    summary: "What Split gives flows into an attribute that holds several values.",
    bad: 'title <- Split([extensionAttribute5], ",")',
    good: 'title <- Item(Split([extensionAttribute5], ","), 1)',
  },
  "source-unavailable": {
    summary: "No mapping reads samAccountName or userType of a user.",
    bad: "nickName <- [samAccountName]",
    good: "nickName <- [onPremisesSamAccountName]",
  },
  "upn-guest": {
    summary: "What looks for #EXT# reads originalUserPrincipalName.",
    bad: 'userType <- IIF(InStr([userPrincipalName], "#EXT#") > 0, "Guest", "Employee")',
    good: 'userType <- IIF(InStr([originalUserPrincipalName], "#EXT#") > 0, "Guest", "Employee")',
  },
  "directory-extension-multivalued": {
    summary: "No multi-valued directory extension is mapped or filtered by.",
    bad: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 nickName <- [extension_0123456789abcdef0123456789abcdef_names] } attributes source User { extension_0123456789abcdef0123456789abcdef_names: String, multivalued }',
    good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 nickName <- [extension_0123456789abcdef0123456789abcdef_name] } attributes source User { extension_0123456789abcdef0123456789abcdef_name: String }',
  },
  "password-target": {
    summary: "A password is not provisioned, but for a random one that a new account begins with.",
    bad: 'password <- "Welcome1" on create',
    good: "password <- Redact(RandomString(16, 2, 2, 2, 2)) on create",
  },
  "photo-target": {
    summary: "No photo is mapped.",
    bad: 'photos[type eq "photo"].value <- [extensionAttribute1]',
    good: "profileUrl <- [extensionAttribute1]",
  },
  "entitlements-unsupported": {
    summary: "The SCIM attribute entitlements is not mapped.",
    bad: 'entitlements <- Split([extensionAttribute5], ",")',
    good: "roles <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
  },
  "xt-target-unavailable": {
    summary: "Cross-tenant synchronization does not map otherMails, proxyAddresses or targetAddress.",
    bad: 'application "A" { template: Azure2Azure } mapping "M" { source: User target: "User" alternativeSecurityIdentifier <- [objectId] match 1 otherMails <- [otherMails] } attributes target "User" { alternativeSecurityIdentifier: String otherMails: String, multivalued }',
    good: 'application "A" { template: Azure2Azure } mapping "M" { source: User target: "User" alternativeSecurityIdentifier <- [objectId] match 1 mail <- [mail] } attributes target "User" { alternativeSecurityIdentifier: String mail: String }',
  },
  "mail-update-entra": {
    summary: "From human resources the mail address of a user of Entra is mapped on create.",
    bad: 'application "A" { template: API2AAD } mapping "M" { source: Worker target: User employeeId <- [WorkerID] match 1 mail <- [Email] } attributes source Worker { WorkerID: String Email: String } attributes target User { employeeId: String mail: String }',
    good: 'application "A" { template: API2AAD } mapping "M" { source: Worker target: User employeeId <- [WorkerID] match 1 mail <- [Email] on create } attributes source Worker { WorkerID: String Email: String } attributes target User { employeeId: String mail: String }',
  },
  "null-to-ad": {
    summary: "What human resources may leave empty does not flow into Active Directory as it is.",
    bad: 'application "A" { template: workday2ad } mapping "M" { source: Worker target: user employeeID <- [WorkerID] match 1 title <- [BusinessTitle] } attributes source Worker { WorkerID: String, required BusinessTitle: String } attributes target user { employeeID: String title: String }',
    good: 'application "A" { template: workday2ad } mapping "M" { source: Worker target: user employeeID <- [WorkerID] match 1 title <- IgnoreFlowIfNullOrEmpty([BusinessTitle]) } attributes source Worker { WorkerID: String, required BusinessTitle: String } attributes target user { employeeID: String title: String }',
  },
  "service-managed-edit": {
    summary: "In cloud sync to Active Directory the mappings of the service are as it made them.",
    bad: 'application "A" { template: AAD2ADGroupProvisioning } mapping "M" { source: Group target: group "msDS-ExternalDirectoryObjectId" <- Append("Group_", [objectId]) match 1 isSecurityGroup <- "False" } attributes target group { "msDS-ExternalDirectoryObjectId": String isSecurityGroup: Boolean }',
    good: 'application "A" { template: AAD2ADGroupProvisioning } mapping "M" { source: Group target: group "msDS-ExternalDirectoryObjectId" <- Append("Group_", [objectId]) match 1 isSecurityGroup <- "True" } attributes target group { "msDS-ExternalDirectoryObjectId": String isSecurityGroup: Boolean }',
  },
  "samaccountname-unique": {
    summary: "What flows into sAMAccountName is made of something unique.",
    bad: 'application "A" { template: AAD2ADGroupProvisioning } mapping "M" { source: Group target: group cn <- [objectId] match 1 sAMAccountName <- Join("_", [displayName], "Contoso") } attributes target group { cn: String sAMAccountName: String }',
    good: 'application "A" { template: AAD2ADGroupProvisioning } mapping "M" { source: Group target: group cn <- [objectId] match 1 sAMAccountName <- Join("_", [displayName], Left([objectId], 8)) } attributes target group { cn: String sAMAccountName: String }',
  },
  "issoftdeleted-missing": {
    summary: "A mapping of users maps IsSoftDeleted, so that those who leave are disabled.",
    bad: 'application "A" { scope: assigned } mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 active <- [accountEnabled] }',
    good: 'application "A" { scope: assigned } mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 active <- Not([IsSoftDeleted]) }',
  },
  "default-on-update": {
    summary: "Only a mapping that creates objects has default values.",
    bad: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" actions: update, delete userName <- [userPrincipalName] match 1 title <- [jobTitle] default "Staff" }',
    good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 title <- [jobTitle] default "Staff" }',
  },
  "update-without-create": {
    summary: "Only a mapping that creates objects has attributes that are applied on create.",
    bad: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" actions: update, delete userName <- [userPrincipalName] match 1 nickName <- [givenName] on create }',
    good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 nickName <- [givenName] on create }',
  },
  "delete-disabled": {
    summary: "A mapping without the action delete can disable what it does not delete.",
    bad: 'mapping "M" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" actions: create, update displayName <- [displayName] match 1 }',
    good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" actions: create, update userName <- [userPrincipalName] match 1 active <- Not([IsSoftDeleted]) }',
  },
  "object-unknown": {
    summary: "The objects of a mapping are standard ones, or the file declares their attributes.",
    bad: 'mapping "M" { source: User target: "Account" userName <- [userPrincipalName] match 1 }',
    good: 'mapping "M" { source: User target: "Account" userName <- [userPrincipalName] match 1 } attributes target "Account" { userName: String }',
  },
  "anchor-count": {
    summary: "One attribute of an object is its anchor.",
    bad: 'mapping "M" { source: User target: "Badge" serial <- [objectId] match 1 } attributes target "Badge" { serial: String, anchor number: String, anchor }',
    good: 'mapping "M" { source: User target: "Badge" serial <- [objectId] match 1 } attributes target "Badge" { serial: String, anchor number: String }',
  },
  "custom-extension-pattern": {
    summary: "An attribute that a SCIM application adds has a name under the URN of an extension.",
    bad: 'application "A" { template: customappsso } attributes target "urn:ietf:params:scim:schemas:core:2.0:User" { badge: String }',
    good: 'application "A" { template: customappsso } attributes target "urn:ietf:params:scim:schemas:core:2.0:User" { urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badge: String }',
  },
  "custom-extension-kind": {
    summary: "An attribute that a non-gallery application adds holds one plain value.",
    bad: 'application "A" { template: customappsso } attributes target "urn:ietf:params:scim:schemas:core:2.0:User" { urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badges: String, multivalued }',
    good: 'application "A" { template: customappsso } attributes target "urn:ietf:params:scim:schemas:core:2.0:User" { urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badge: String }',
  },
  "complex-3-subattributes": {
    summary: "A complex attribute of an extension has two sub-attributes at most.",
    bad: 'attributes target "urn:ietf:params:scim:schemas:core:2.0:User" { urn:ietf:params:scim:schemas:extension:contoso:2.0:User:desk.site: String urn:ietf:params:scim:schemas:extension:contoso:2.0:User:desk.floor: String urn:ietf:params:scim:schemas:extension:contoso:2.0:User:desk.number: String }',
    good: 'attributes target "urn:ietf:params:scim:schemas:core:2.0:User" { urn:ietf:params:scim:schemas:extension:contoso:2.0:User:desk.value: String urn:ietf:params:scim:schemas:extension:contoso:2.0:User:desk.type: String }',
  },
  "directory-extension-name": {
    summary: "A directory extension is named extension_, 32 hexadecimal digits, _ and its name.",
    bad: "attributes source User { extension_badge: String }",
    good: "attributes source User { extension_0123456789abcdef0123456789abcdef_badge: String }",
  },
  "reference-from-ad": {
    summary: "No directory extension holds a reference of Active Directory.",
    bad: "attributes source User { extension_0123456789abcdef0123456789abcdef_managedBy: String }",
    good: "attributes source User { extension_0123456789abcdef0123456789abcdef_owner: String }",
  },
  "csa-type": {
    summary: "A custom security attribute is a String of one value, named CustomSecurityAttributes.<Set>_<Attribute>.",
    bad: "attributes target User { CustomSecurityAttributes.HR_PayGrade: Integer }",
    good: "attributes target User { CustomSecurityAttributes.HR_PayGrade: String }",
  },
  "unknown-operator": {
    summary: "The operator of a clause is one of Entra's.",
    bad: 'department EQUAL "Engineering"',
    good: 'department EQUALS "Engineering"',
  },
  "scope-ismemberof": {
    summary: "No filter asks for the membership in a group.",
    bad: 'memberOf IsMemberOf "Sales"',
    good: 'department EQUALS "Sales"',
  },
  "scope-operator-type": {
    summary: "The operator of a clause fits the type of its attribute.",
    bad: 'accountEnabled EQUALS "True"',
    good: "accountEnabled IS TRUE",
  },
  "scope-unary-operand": {
    summary: "A clause has a value exactly where its operator takes one.",
    bad: "department EQUALS",
    good: "department IS NOT NULL",
  },
  "scope-unsupported-attribute": {
    summary: "No filter looks at dates, references, appRoleAssignments or userType.",
    bad: "manager IS NOT NULL",
    good: "department IS NOT NULL",
  },
  "scope-multivalued": {
    summary: "A filter looks at attributes that hold one value.",
    bad: 'proxyAddresses INCLUDES "@contoso.com"',
    good: 'mail ENDS_WITH "@contoso.com"',
  },
  "scope-greater-integer": {
    summary: "GREATER_THAN compares with a whole number.",
    bad: 'extensionAttribute1 GREATER_THAN "10.5"',
    good: "extensionAttribute1 GREATER_THAN 10",
  },
  "scope-null": {
    summary: "A filter that excludes a value says what becomes of those who have none.",
    bad: 'department NOT EQUALS "Sales"',
    good: 'department NOT EQUALS "Sales" department IS NOT NULL',
  },
  "scope-case": {
    summary: "A filter compares with a value in the letter case that it has in Entra.",
    bad: 'department EQUALS "engineering"',
    good: 'department EQUALS "Engineering"',
  },
  "scope-regex-unanchored": {
    summary: "The pattern of a filter is tied to an end of the value, or says that it is not.",
    bad: 'employeeId REGEX MATCH "1[0-9]{6}"',
    good: 'employeeId REGEX MATCH "^1[0-9]{6}$"',
  },
  "scope-manager-out": {
    summary: "Where managers are mapped, they are in scope too.",
    bad: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" userName <- [userPrincipalName] match 1 urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager <- [manager] filter "F" { jobTitle EQUALS "Engineer" } }',
    good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" userName <- [userPrincipalName] match 1 urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager <- [manager] filter "F" { department EQUALS "Engineering" } }',
  },
  "scope-empty-group": {
    summary: "Every filter has a clause.",
    bad: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 filter "F" { } }',
    good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 filter "F" { accountEnabled IS TRUE } }',
  },
  "scope-experimental": {
    summary: "Objects are filtered by scoping filters, not by Graph's experimental groups.",
    bad: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 input filter "F" { accountEnabled IS TRUE } }',
    good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 filter "F" { accountEnabled IS TRUE } }',
  },
  "unknown-property": {
    summary: "A block has only the properties of its kind.",
    bad: "scpoe: all",
    good: "scope: all",
  },
  "duplicate-property": {
    summary: "A block has each property once.",
    bad: "scope: all scope: assigned",
    good: "scope: all provisioning: automatic",
  },
  "property-value": {
    summary: "A property has a value of its kind, and a declared attribute a type and flags that exist.",
    bad: "scope: everybody",
    good: "scope: all",
  },
  "missing-property": {
    summary: "A mapping names its source object and its target object.",
    bad: 'mapping "Users" { source: User userName <- [userPrincipalName] match 1 }',
    good: 'mapping "Users" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 }',
  },
  "duplicate-application": {
    summary: "A file has one application.",
    bad: 'application "A" { scope: all } application "B" { scope: assigned }',
    good: 'application "A" { scope: all }',
  },
  "job-sync-all": {
    summary: "Users are provisioned by assignment, or from the whole tenant with a scoping filter.",
    bad: 'application "A" { scope: all } mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 active <- Not([IsSoftDeleted]) }',
    good: 'application "A" { scope: all } mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 active <- Not([IsSoftDeleted]) filter "F" { department IS NOT NULL } }',
  },
  "skip-oos-xt": {
    summary: "Cross-tenant synchronization does not skip out-of-scope deletions.",
    bad: 'application "A" { template: Azure2Azure skipOutOfScopeDeletions: true }',
    good: 'application "A" { template: Azure2Azure skipOutOfScopeDeletions: false }',
  },
  "delete-threshold-off": {
    summary: "An application with an endpoint has a threshold for accidental deletions.",
    bad: 'application "A" { endpoint: "https://a.example/scim" } mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 active <- Not([IsSoftDeleted]) }',
    good: 'application "A" { endpoint: "https://a.example/scim" deleteThreshold: 500 } mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 active <- Not([IsSoftDeleted]) }',
  },
  "duplicate-name": {
    summary: "Tests, mappings of the same objects, and filters of one mapping have names of their own.",
    bad: 'test "hired" { user: "ada" expect create } test "hired" { user: "bob" expect skip }',
    good: 'test "Ada is hired" { user: "ada" expect create } test "Bob is not" { user: "bob" expect skip }',
  },
  "test-unknown-mapping": {
    summary: "The mapping that a test runs is in the file.",
    bad: 'test "hired" { mapping: "Usres" user: "ada" expect create }',
    good: 'test "hired" { mapping: "Users" user: "ada" expect create }',
  },
  "test-object": {
    summary: "A test has one object, a user or a group, as its mapping reads.",
    bad: 'test "hired" { expect create }',
    good: 'test "hired" { user: "ada" expect create }',
  },
  "test-no-expectation": {
    summary: "A test expects an action.",
    bad: 'test "hired" { user: "ada" }',
    good: 'test "hired" { user: "ada" expect create }',
  },
  "test-action-impossible": {
    summary: "The action that a test expects can come of its object, its target and its mapping.",
    bad: 'test "moved" { user: "ada" expect update { title: "Boss" } }',
    good: 'test "moved" { user: "ada" existing: { userName: "ada" } expect update { title: "Boss" } }',
  },
  "test-expectation-conflict": {
    summary: "What a test expects can all hold at once.",
    bad: 'test "hired" { user: "ada" expect create { title: absent title: "Boss" } }',
    good: 'test "hired" { user: "ada" expect create { title: "Boss" } }',
  },
  "test-target-unmapped": {
    summary: "A test expects values of attributes that its mapping maps.",
    bad: 'test "hired" { user: "ada" expect create { titel: "Boss" } }',
    good: 'test "hired" { user: "ada" expect create { title: "Boss" } }',
  },
  "test-attribute-unknown": {
    summary: "A test gives its object only attributes that the source object has.",
    bad: 'test "hired" { user: { jobTitel: "Boss" } expect create }',
    good: 'test "hired" { user: { jobTitle: "Boss" } expect create }',
  },
  "directory-object-missing": {
    summary: "In a schema, the directories of a rule are there and define the objects of its mappings.",
    bad: '"targetObjectName": "Persons"',
    good: '"targetObjectName": "Person"',
  },
  "matching-flownull": {
    summary: "Null values flow from no attribute that objects are matched by or that the target requires.",
    bad: '"name": "userPrincipalName", "flowNullValues": true',
    good: '"name": "userPrincipalName", "flowNullValues": false',
  },
  "flownull-scope": {
    summary: "Null values flow from single-valued attributes of human resources alone.",
    bad: '"id": "customappsso.1", "name": "mail", "flowNullValues": true',
    good: '"id": "customappsso.1", "name": "mail", "flowNullValues": false',
  },
  "manager-anchor-changed": {
    summary: "Human resources keep the anchor and the manager's path that their connector ships.",
    bad: 'application "A" { template: Workday2AAD } mapping "M" { source: Worker target: User employeeId <- [WorkerID] match 1 } attributes source Worker { WorkerID: String, anchor } attributes target User { employeeId: String }',
    good: 'application "A" { template: Workday2AAD } mapping "M" { source: Worker target: User employeeId <- [WorkerID] match 1 } attributes source Worker { WorkerID: String WID: String, anchor } attributes target User { employeeId: String }',
  },
  "api-expression-edited": {
    summary: "Attributes have API expressions where human resources are the source or the target.",
    bad: '"id": "customappsso.1", "name": "mail", "apiExpressions": [{ "key": "default", "value": "$.mail" }]',
    good: '"id": "customappsso.1", "name": "mail", "apiExpressions": []',
  },
  "parameters-disagree": {
    summary: "In a schema, the name, the type and the parameters of a source say what its expression says.",
    bad: '"source": { "expression": "[mail]", "name": "userPrincipalName", "type": "Attribute" }',
    good: '"source": { "expression": "[mail]", "name": "mail", "type": "Attribute" }',
  },
  "enum-case": {
    summary: "In a schema, the words of enumerations have the letter case that Graph gives them.",
    bad: '"flowBehavior": "flowWhenChanged"',
    good: '"flowBehavior": "FlowWhenChanged"',
  },
  "enum-unknown": {
    summary: "In a schema, the words of enumerations are Graph's.",
    bad: '"flowType": "OnCreate"',
    good: '"flowType": "ObjectAddOnly"',
  },
  "unknown-suppression": {
    summary: "A comment that suppresses a problem names a rule, and stands where it has an effect.",
    bad: "title <- [jobTitle] // mapwright-disable-next-line no-such-rule",
    good: "title <- [jobTitle] // mapwright-disable-next-line duplicate-target",
  },
};

/** Every rule, documented. */
export const documentedRules: readonly DocumentedRule[] = rules.flatMap(rule => {
  const told = documentation[rule.code];
  return told === undefined ? [] : [{ ...rule, ...told }];
});
