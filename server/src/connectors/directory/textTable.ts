/**
 * Numbers that are filed under texts, without keeping the texts: eight bytes an entry, where a Map needs a hundred. Texts that share a hash are
 * told apart by the caller, who knows what each number stands for.
 */
export interface TextTable {
  /** Files a number, of 32 bits, under a text. */
  readonly add: (text: string, number: number) => void;
  /** The numbers filed under the text, and now and then one that is filed under another. */
  readonly candidates: (text: string) => readonly number[];
}

/** Makes an empty table. */
export function textTable(): TextTable {
  let size = 1 << 10;
  let count = 0;
  let hashes = new Uint32Array(size);
  /** The numbers plus one, as 0 stands for an empty place. */
  let numbers = new Uint32Array(size);
  const place = (hash: number, number: number) => {
    let at = hash & (size - 1);
    while (numbers[at] !== 0) at = (at + 1) & (size - 1);
    hashes[at] = hash;
    numbers[at] = number;
  };
  const grow = () => {
    const [before, filed] = [hashes, numbers];
    size *= 2;
    hashes = new Uint32Array(size);
    numbers = new Uint32Array(size);
    for (let at = 0; at < filed.length; at++) if (filed[at] !== 0) place(before[at] ?? 0, filed[at] ?? 0);
  };
  return {
    add(text, number) {
      if (++count > size * 0.7) grow();
      place(hashOf(text), number + 1);
    },
    candidates(text) {
      const hash = hashOf(text);
      const found: number[] = [];
      for (let at = hash & (size - 1); numbers[at] !== 0; at = (at + 1) & (size - 1)) {
        if (hashes[at] === hash) found.push((numbers[at] ?? 0) - 1);
      }
      return found;
    },
  };
}

/** FNV-1a over UTF-16 units, with its bits mixed once more, since their lower ones choose the place. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
