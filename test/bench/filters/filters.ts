import type { ScimUser } from "./scimUsers.ts";

/** A filter, and by hand which users it means (RFC 7644 section 3.4.2.2, with the caseExact of RFC 7643). */
export interface MeasuredFilter {
  readonly text: string;
  readonly means: (user: ScimUser) => boolean;
}

/** Target attributes of every form, as mappings write them. */
export const targetPaths = [
  "userName",
  "name.givenName",
  'emails[type eq "work"].value',
  'addresses[type eq "work"].streetAddress',
  'roles[primary eq "True"].value',
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
];

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const isWork = ({ type }: { readonly type: string }) => type === "work";

/** What Entra asks, and one filter for every part of the grammar. Texts are written in other letters than the users have where case does not count. */
export const filters: readonly MeasuredFilter[] = [
  {
    text: 'userName eq "USER77@contoso.com"',
    means: user => user.userName.toLowerCase() === "user77@contoso.com",
  },
  {
    text: 'emails[type eq "Work"].value eq "user4711@Contoso.com"',
    means: user => user.emails.some(one => isWork(one) && one.value.toLowerCase() === "user4711@contoso.com"),
  },
  { text: 'externalId eq "x1234"', means: user => user.externalId === "x1234" },
  { text: 'name.familyName co "SON"', means: user => user.name.familyName.toLowerCase().includes("son") },
  {
    text: 'displayName sw "ber" and active eq true',
    means: user => user.displayName.toLowerCase().startsWith("ber") && user.active,
  },
  {
    text: `${enterprise}:department eq "sales"`,
    means: user => user[enterprise]?.department.toLowerCase() === "sales",
  },
  {
    text: 'title pr and not (title eq "intern" or title eq "Director")',
    means: user => user.title !== undefined && !["intern", "director"].includes(user.title.toLowerCase()),
  },
  {
    text: 'active eq false or userName ew ".org" and title pr',
    means: user => !user.active || (user.userName.toLowerCase().endsWith(".org") && user.title !== undefined),
  },
  {
    text: 'emails[type eq "home" and value co "Fabrikam"]',
    means: user => user.emails.some(({ type, value }) => type === "home" && value.toLowerCase().includes("fabrikam")),
  },
  {
    text: 'meta.lastModified gt "2026-01-01T00:00:00Z" and emails.type eq "HOME"',
    means: user =>
      Date.parse(user.meta.lastModified) > Date.UTC(2026, 0, 1) && user.emails.some(({ type }) => type === "home"),
  },
];
