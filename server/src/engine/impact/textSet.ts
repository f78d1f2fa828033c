/**
 * Remembers texts by 64 bits of each, which is a tenth of what a set of texts needs. `add` tells whether the text was there
 * before; for one of many millions of texts it may say so wrongly, which the caller checks.
 */
export interface TextSet {
  readonly add: (text: string) => boolean;
}

/** Makes an empty set. */
export function textSet(): TextSet {
  let size = 1 << 10;
  let count = 0;
  let places = new Uint32Array(2 * size);
  const place = (high: number, low: number): boolean => {
    for (let at = low & (size - 1); ; at = (at + 1) & (size - 1)) {
      if (places[2 * at] === high && places[2 * at + 1] === low) return true;
      if (places[2 * at] === 0) {
        places[2 * at] = high;
        places[2 * at + 1] = low;
        return false;
      }
    }
  };
  const grow = () => {
    const before = places;
    size *= 2;
    places = new Uint32Array(2 * size);
    for (let at = 0; at < before.length; at += 2) if (before[at] !== 0) place(before[at] ?? 0, before[at + 1] ?? 0);
  };
  return {
    add(text) {
      if (count > size * 0.6) grow();
      // Zero stands for an empty place.
      const wasThere = place(hash(text, 0x9747b28c) || 1, hash(text, 0x811c9dc5));
      if (!wasThere) count++;
      return wasThere;
    },
  };
}

/** FNV-1a over UTF-16 units, its bits mixed once more, since the lower ones choose the place. */
function hash(text: string, seed: number): number {
  let bits = seed;
  for (let index = 0; index < text.length; index++) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) >>> 0;
}
