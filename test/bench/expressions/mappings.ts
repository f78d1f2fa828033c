import type { User } from "./users.ts";

/** An attribute that holds a text. */
export type Attribute = Exclude<keyof User, "accountEnabled">;

/** A mapping without the words of any language; each contender writes it in its own. */
export type Mapping =
  | { readonly kind: "attribute"; readonly attribute: Attribute }
  | {
      readonly kind: "switch";
      /** Compared in lower case. */
      readonly attribute: Attribute;
      readonly otherwise: string;
      readonly cases: readonly (readonly [key: string, value: string])[];
    }
  | {
      readonly kind: "join";
      readonly separator: string;
      /** Without diacritics. */
      readonly attributes: readonly [Attribute, Attribute];
    }
  | {
      readonly kind: "replace";
      readonly attribute: Attribute;
      /** Means the same in .NET and ECMAScript. */
      readonly pattern: string;
      readonly group: string;
      readonly replacement: string;
    }
  | {
      readonly kind: "iif";
      readonly attribute: Attribute;
      readonly equals: string;
      readonly chosen: Attribute;
      readonly otherwise: Attribute;
    };

/** The three expressions that peers are compared by, one by one. */
export const named = {
  switch: {
    kind: "switch",
    attribute: "department",
    otherwise: "OTH",
    cases: [
      ["engineering", "ENG"],
      ["sales", "SAL"],
      ["finance", "FIN"],
      ["marketing", "MKT"],
    ],
  },
  join: { kind: "join", separator: ".", attributes: ["givenName", "surname"] },
  replace: {
    kind: "replace",
    attribute: "mail",
    pattern: "(?<domain>@contoso\\.com)",
    group: "domain",
    replacement: "@fabrikam.com",
  },
} as const satisfies Readonly<Record<string, Mapping>>;

/** One object's thirty mappings, in the order in which a person would mix them. */
export const row: readonly Mapping[] = [
  { kind: "attribute", attribute: "userPrincipalName" },
  named.switch,
  named.join,
  named.replace,
  { kind: "iif", attribute: "country", equals: "US", chosen: "state", otherwise: "city" },
  { kind: "attribute", attribute: "mail" },
  {
    kind: "switch",
    attribute: "country",
    otherwise: "en-GB",
    cases: [
      ["us", "en-US"],
      ["de", "de-DE"],
      ["se", "sv-SE"],
      ["fr", "fr-FR"],
      ["jp", "ja-JP"],
    ],
  },
  { kind: "join", separator: " ", attributes: ["givenName", "surname"] },
  {
    kind: "replace",
    attribute: "userPrincipalName",
    pattern: "(?<host>@contoso\\.com)",
    group: "host",
    replacement: "@contoso.onmicrosoft.com",
  },
  { kind: "iif", attribute: "department", equals: "Sales", chosen: "mobile", otherwise: "telephoneNumber" },
  { kind: "attribute", attribute: "jobTitle" },
  {
    kind: "switch",
    attribute: "state",
    otherwise: "Europe/London",
    cases: [
      ["wa", "America/Los_Angeles"],
      ["by", "Europe/Berlin"],
      ["ab", "Europe/Stockholm"],
    ],
  },
  { kind: "join", separator: ", ", attributes: ["surname", "givenName"] },
  { kind: "replace", attribute: "telephoneNumber", pattern: "(?<blank>\\s)", group: "blank", replacement: "-" },
  { kind: "iif", attribute: "companyName", equals: "Contoso", chosen: "employeeId", otherwise: "mail" },
  { kind: "attribute", attribute: "employeeId" },
  {
    kind: "switch",
    attribute: "jobTitle",
    otherwise: "Staff",
    cases: [
      ["manager", "Management"],
      ["director", "Management"],
      ["intern", "Trainee"],
    ],
  },
  { kind: "join", separator: "_", attributes: ["department", "city"] },
  { kind: "replace", attribute: "mobile", pattern: "(?<prefix>\\+1 )", group: "prefix", replacement: "001" },
  { kind: "iif", attribute: "state", equals: "WA", chosen: "postalCode", otherwise: "country" },
  { kind: "attribute", attribute: "displayName" },
  {
    kind: "switch",
    attribute: "city",
    otherwise: "Other",
    cases: [
      ["redmond", "Puget Sound"],
      ["munich", "Bayern"],
      ["paris", "Seine"],
      ["tokyo", "Kanto"],
    ],
  },
  { kind: "join", separator: "-", attributes: ["companyName", "displayName"] },
  { kind: "replace", attribute: "employeeId", pattern: "(?<code>[0-9]+)", group: "code", replacement: "E" },
  { kind: "iif", attribute: "jobTitle", equals: "Manager", chosen: "department", otherwise: "companyName" },
  { kind: "attribute", attribute: "postalCode" },
  {
    kind: "switch",
    attribute: "companyName",
    otherwise: "Unknown",
    cases: [
      ["contoso", "C01"],
      ["fabrikam", "F02"],
    ],
  },
  { kind: "join", separator: "", attributes: ["displayName", "employeeId"] },
  { kind: "replace", attribute: "jobTitle", pattern: "(?<role>Manager)", group: "role", replacement: "Lead" },
  { kind: "iif", attribute: "city", equals: "Paris", chosen: "displayName", otherwise: "jobTitle" },
];
