import { writeLines } from "../throughput/users.ts";

/** Writes a directory of active users; in the later edition everybody has another title and department. */
export function writePeople(path: string, count: number, edition: "earlier" | "later" = "earlier"): void {
  writeLines(path, count, (user, index) => ({
    id: `user-${index}`,
    ...user,
    userPrincipalName: `user${index}@contoso.com`,
    accountEnabled: true,
    ...(edition === "later" && { jobTitle: `${user.jobTitle} II`, department: `${user.department} II` }),
  }));
}
