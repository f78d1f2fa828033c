/** The ticks of 1601-01-01T00:00:00Z, from which Active Directory and Windows count FILETIME, in units of 100 ns. */
const fileTimeStart = 504_911_232_000_000_000n;

/** FILETIME that stands for "never" in Active Directory; no date has it. */
export const never = 9_223_372_036_854_775_807n;

/** The ticks of an instant in FILETIME. */
export function ticksOfFileTime(fileTime: bigint): bigint {
  return fileTime + fileTimeStart;
}

/** The FILETIME of an instant in ticks; below zero before 1601. */
export function fileTimeOf(ticks: bigint): bigint {
  return ticks - fileTimeStart;
}
