/** The last moment that a calendar of JavaScript has, in milliseconds since 1970. */
const endOfTime = 8.64e15;

/**
 * The milliseconds that a header Retry-After asks to wait (RFC 9110 section 10.2.3): so many seconds, or until a date,
 * which is 0 for one that has passed. Undefined for an absent header, for one that says neither, and for a wait without end.
 */
export function retryAfter(header: string | undefined, today: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return withinTime(Number(text) * 1000, today);
  if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(text)) return undefined;
  const date = Date.parse(inGreenwich(text));
  return Number.isNaN(date) ? undefined : Math.max(0, date - today);
}

function withinTime(milliseconds: number, today: number): number | undefined {
  return today + milliseconds > endOfTime ? undefined : milliseconds;
}

/** The oldest of the three formats, that of asctime, names no time zone and means Greenwich all the same (RFC 9110 section 5.6.7). */
function inGreenwich(text: string): string {
  return /(?<![+-]\d{3})\d$/.test(text) ? `${text} GMT` : text;
}
