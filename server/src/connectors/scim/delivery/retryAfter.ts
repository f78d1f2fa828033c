/**
 * The milliseconds that a header Retry-After asks to wait (RFC 9110 section 10.2.3): so many seconds, or until a date,
 * which is 0 for one that has passed. Undefined for an absent header and for one that says neither.
 */
export function retryAfter(header: string | undefined, today: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - today);
}
