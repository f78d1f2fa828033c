/** The names of the months in the invariant culture; their abbreviations are the first three letters. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The names of the days of the week in the invariant culture, from Sunday; their abbreviations are the first three letters. */
export const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** The names that the invariant culture has for years after Christ: the one that is written, and one that is read too. */
export const eraNames = ["A.D.", "AD"] as const;

/** The abbreviation of a name. */
export function abbreviated(name: string): string {
  return name.slice(0, 3);
}
