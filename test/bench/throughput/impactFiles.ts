/** A mapping of 25 attributes over the bench's users, as its last edit left it, and as it was before. */
export function mappingFile(edit: "before" | "after"): string {
  const isAfter = edit === "after";
  return `application "Bench" { scope: all deleteThreshold: 500 }
mapping "Users" {
  source: User
  target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
  filter "Staff" {
    accountEnabled IS TRUE
    country ${isAfter ? 'NOT EQUALS "JP"' : "IS NOT NULL"}
    employeeId REGEX MATCH "^[0-9]+$"
  }
  userName <- [userPrincipalName] match 1
  externalId <- [objectId]
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- Join(" ", [givenName], [surname])
  name.givenName <- NormalizeDiacritics([givenName])
  name.familyName <- NormalizeDiacritics([surname])
  name.formatted <- [displayName]
  nickName <- [givenName]
  title <- ${isAfter ? 'Switch([jobTitle], [jobTitle], "Consultant", "Advisor")' : "[jobTitle]"}
  userType <- IIF([companyName] = "Fabrikam", "Guest", "Member")
  preferredLanguage <- Switch([country], "en-US", "BR", "pt-BR", "SE", "sv-SE", "DE", "de-DE")
  timezone <- Switch([country], "Etc/UTC", "BR", "America/Sao_Paulo", "SE", "Europe/Stockholm")
  profileUrl <- Append("https://people.example/", [employeeId])
  emails[type eq "work"].value <- ToLower([mail])
  emails[type eq "home"].value <- Join("@", Join(".", NormalizeDiacritics([givenName]), NormalizeDiacritics([surname])), "home.example")
  phoneNumbers[type eq "work"].value <- Replace([telephoneNumber], , "[()\\\\s-]+", , "", , )
  phoneNumbers[type eq "mobile"].value <- [mobile]
  addresses[type eq "work"].locality <- [city]
  addresses[type eq "work"].region <- [state]
  addresses[type eq "work"].postalCode <- [postalCode]
  addresses[type eq "work"].country <- [country]
  urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber <- [employeeId]
  urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department <- [department]
  urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:division <- Mid([postalCode], 1, 2)
  urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization <- [companyName]
}
`;
}
