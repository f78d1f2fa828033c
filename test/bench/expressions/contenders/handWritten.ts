import type { Contender } from "../contender.ts";
import { naive, pattern } from "../naive.ts";
import type { User } from "../users.ts";

const { toLower, normalizeDiacritics, join, replaceGroup } = naive;

function departmentCode(user: User): string {
  switch (toLower(user.department)) {
    case "engineering":
      return "ENG";
    case "sales":
      return "SAL";
    case "finance":
      return "FIN";
    case "marketing":
      return "MKT";
    default:
      return "OTH";
  }
}

function language(user: User): string {
  switch (toLower(user.country)) {
    case "us":
      return "en-US";
    case "de":
      return "de-DE";
    case "se":
      return "sv-SE";
    case "fr":
      return "fr-FR";
    case "jp":
      return "ja-JP";
    default:
      return "en-GB";
  }
}

function timezone(user: User): string {
  switch (toLower(user.state)) {
    case "wa":
      return "America/Los_Angeles";
    case "by":
      return "Europe/Berlin";
    case "ab":
      return "Europe/Stockholm";
    default:
      return "Europe/London";
  }
}

function grade(user: User): string {
  switch (toLower(user.jobTitle)) {
    case "manager":
    case "director":
      return "Management";
    case "intern":
      return "Trainee";
    default:
      return "Staff";
  }
}

function region(user: User): string {
  switch (toLower(user.city)) {
    case "redmond":
      return "Puget Sound";
    case "munich":
      return "Bayern";
    case "paris":
      return "Seine";
    case "tokyo":
      return "Kanto";
    default:
      return "Other";
  }
}

function companyCode(user: User): string {
  switch (toLower(user.companyName)) {
    case "contoso":
      return "C01";
    case "fabrikam":
      return "F02";
    default:
      return "Unknown";
  }
}

function joined(separator: string, first: string, second: string): string {
  return join(separator, normalizeDiacritics(first), normalizeDiacritics(second));
}

const contosoDomain = pattern("(?<domain>@contoso\\.com)");
const contosoHost = pattern("(?<host>@contoso\\.com)");
const blank = pattern("(?<blank>\\s)");
const prefix = pattern("(?<prefix>\\+1 )");
const code = pattern("(?<code>[0-9]+)");
const role = pattern("(?<role>Manager)");

/** The limit with string functions as one writes them at first. */
export const contender: Contender<User> = {
  subject: user => user,
  run: {
    switch: departmentCode,
    join: user => joined(".", user.givenName, user.surname),
    replace: user => replaceGroup(user.mail, contosoDomain, "domain", "@fabrikam.com"),
    filter: user =>
      user.accountEnabled &&
      user.department !== "Facilities" &&
      user.country === "US" &&
      user.mail.endsWith("@contoso.com"),
    row: user => [
      user.userPrincipalName,
      departmentCode(user),
      joined(".", user.givenName, user.surname),
      replaceGroup(user.mail, contosoDomain, "domain", "@fabrikam.com"),
      user.country === "US" ? user.state : user.city,
      user.mail,
      language(user),
      joined(" ", user.givenName, user.surname),
      replaceGroup(user.userPrincipalName, contosoHost, "host", "@contoso.onmicrosoft.com"),
      user.department === "Sales" ? user.mobile : user.telephoneNumber,
      user.jobTitle,
      timezone(user),
      joined(", ", user.surname, user.givenName),
      replaceGroup(user.telephoneNumber, blank, "blank", "-"),
      user.companyName === "Contoso" ? user.employeeId : user.mail,
      user.employeeId,
      grade(user),
      joined("_", user.department, user.city),
      replaceGroup(user.mobile, prefix, "prefix", "001"),
      user.state === "WA" ? user.postalCode : user.country,
      user.displayName,
      region(user),
      joined("-", user.companyName, user.displayName),
      replaceGroup(user.employeeId, code, "code", "E"),
      user.jobTitle === "Manager" ? user.department : user.companyName,
      user.postalCode,
      companyCode(user),
      joined("", user.displayName, user.employeeId),
      replaceGroup(user.jobTitle, role, "role", "Lead"),
      user.city === "Paris" ? user.displayName : user.jobTitle,
    ],
  },
};
