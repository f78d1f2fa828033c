import * as z from "zod/mini";

/** The members of an input that say which user is run through which mapping. */
export const subject = {
  file: z.string().check(z.describe("The path of the .provmap file.")),
  user: z.string().check(z.describe("The user's id, userPrincipalName or mail in the directory of mapwright.json.")),
  mapping: z
    .optional(z.string())
    .check(z.describe("The name of the object mapping; the first enabled one for users if left out.")),
};
