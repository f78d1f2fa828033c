/** The time that is left of a run, of which a progress bar knows the whole seconds or, in the beginning, nothing: `12 s left`. */
export function timeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return "time left unknown";
  return `${seconds < 60 ? `${seconds} s` : duration(seconds * 1000)} left`;
}

/** A length of time in words: `0.4 s`, `12 s`, `3 min`, `2 h 5 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < 60_000) return `${Math.round(milliseconds / 1000)} s`;
  const minutes = Math.round(milliseconds / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${minutes} min` : `${hours} h ${rest} min`;
}
