const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How long what fails is tried again, and a quarantine lasts until the job is disabled: 28 days, in milliseconds. */
export const patience = 28 * day;

/**
 * When something is tried again that has failed so often, the first time at `firstFailure`: 6, 12 and 24 hours after
 * that, then every 24 hours (application-provisioning-quarantine-status, "Retry duration").
 */
export function nextAttempt(firstFailure: number, attempts: number, now: number): number {
  const early = [6 * hour, 12 * hour, day][attempts - 1];
  const planned = firstFailure + (early ?? (attempts - 2) * day);
  return planned > now ? planned : now + (early === undefined ? day : 6 * hour);
}
