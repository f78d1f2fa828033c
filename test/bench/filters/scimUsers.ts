import { createUsers } from "../expressions/users.ts";

/** A user as a SCIM service keeps it. */
export interface ScimUser {
  readonly id: string;
  readonly externalId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly title?: string;
  readonly name: { readonly givenName: string; readonly familyName: string };
  readonly emails: readonly { readonly type: string; readonly value: string; readonly primary?: boolean }[];
  readonly "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: {
    readonly department: string;
    readonly employeeNumber: string;
  };
  readonly meta: { readonly resourceType: string; readonly lastModified: string };
}

/** The same users at every call. One in five has no title, one in seven no enterprise attributes, half an address at home. */
export function createScimUsers(count: number): readonly ScimUser[] {
  return createUsers(count).map((user, index) => ({
    id: `id-${index}`,
    externalId: index % 2 === 0 ? `x${index}` : `X${index}`,
    userName: index % 3 === 0 ? `user${index}@fabrikam.org` : user.mail,
    displayName: user.displayName,
    active: user.accountEnabled,
    ...(index % 5 !== 0 && { title: user.jobTitle }),
    name: { givenName: user.givenName, familyName: user.surname },
    emails: [
      { type: "work", value: user.mail, primary: true },
      ...(index % 2 === 0 ? [{ type: "home", value: `u${index}@${index % 4 === 0 ? "fabrikam" : "adatum"}.com` }] : []),
    ],
    ...(index % 7 !== 0 && {
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
        department: user.department,
        employeeNumber: user.employeeId,
      },
    }),
    meta: {
      resourceType: "User",
      lastModified: `${index % 3 === 0 ? 2026 : 2025}-${String((index % 12) + 1).padStart(2, "0")}-01T08:00:00.000Z`,
    },
  }));
}
