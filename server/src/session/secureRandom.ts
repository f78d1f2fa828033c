/** A number in [0, 1) with 53 random bits of the system's cryptographic source, since RandomString makes passwords of it. */
export const secureRandom: () => number = secureChance();

/** The source is asked for many numbers at once: each question takes longer than many numbers. */
function secureChance(): () => number {
  const drawn = new Uint32Array(512);
  let next = drawn.length;
  return () => {
    if (next === drawn.length) {
      crypto.getRandomValues(drawn);
      next = 0;
    }
    const high = drawn[next++] ?? 0;
    const low = drawn[next++] ?? 0;
    return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
  };
}
