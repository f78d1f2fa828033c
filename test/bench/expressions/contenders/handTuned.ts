import type { Contender } from "../contender.ts";
import { tuned } from "../tuned.ts";
import type { User } from "../users.ts";

const { toLower, joined, replaceText } = tuned;

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

/** The limit: the same code by hand, with string functions made fast for these very mappings. */
export const contender: Contender<User> = {
  subject: user => user,
  run: {
    switch: departmentCode,
    join: user => joined(".", user.givenName, user.surname),
    replace: user => replaceText(user.mail, "@contoso.com", "@fabrikam.com"),
    filter: user =>
      user.accountEnabled &&
      user.department !== "Facilities" &&
      user.country === "US" &&
      user.mail.endsWith("@contoso.com"),
    row: user => [
      user.userPrincipalName,
      departmentCode(user),
      joined(".", user.givenName, user.surname),
      replaceText(user.mail, "@contoso.com", "@fabrikam.com"),
      user.country === "US" ? user.state : user.city,
      user.mail,
      language(user),
      joined(" ", user.givenName, user.surname),
      replaceText(user.userPrincipalName, "@contoso.com", "@contoso.onmicrosoft.com"),
      user.department === "Sales" ? user.mobile : user.telephoneNumber,
      user.jobTitle,
      timezone(user),
      joined(", ", user.surname, user.givenName),
      user.telephoneNumber.replace(/\s/g, "-"),
      user.companyName === "Contoso" ? user.employeeId : user.mail,
      user.employeeId,
      grade(user),
      joined("_", user.department, user.city),
      replaceText(user.mobile, "+1 ", "001"),
      user.state === "WA" ? user.postalCode : user.country,
      user.displayName,
      region(user),
      joined("-", user.companyName, user.displayName),
      user.employeeId.replace(/[0-9]+/g, "E"),
      user.jobTitle === "Manager" ? user.department : user.companyName,
      user.postalCode,
      companyCode(user),
      joined("", user.displayName, user.employeeId),
      replaceText(user.jobTitle, "Manager", "Lead"),
      user.city === "Paris" ? user.displayName : user.jobTitle,
    ],
  },
};
