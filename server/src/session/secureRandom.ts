const buffer = new Uint32Array(2);

/** A number in [0, 1) with 53 random bits of the system's cryptographic source, since RandomString makes passwords of it. */
export function secureRandom(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(buffer);
  return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
}
