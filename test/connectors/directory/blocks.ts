import type { TextBlock } from "../../../server/src/connectors/textBlocks.ts";

/** A text as a file gives it, cut behind some of its line ends: behind the first of every so many. */
export async function* cutText(text: string, every: number): AsyncGenerator<TextBlock> {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  let offset = 0;
  for (let start = 0; start < lines.length; start += every) {
    const piece = lines.slice(start, start + every).join("\n");
    const end = offset + Buffer.byteLength(piece);
    yield { text: piece, offset, end };
    offset = end + 1;
  }
}

/** All elements of a list that each block has under a name. */
export async function allOf<B, K extends keyof B>(
  blocks: AsyncIterable<B>,
  name: K,
): Promise<readonly (B[K] extends readonly (infer T)[] ? T : never)[]> {
  const all: B[K][] = [];
  for await (const block of blocks) all.push(block[name]);
  return all.flat() as (B[K] extends readonly (infer T)[] ? T : never)[];
}
