import type { Dispatcher } from "undici";

/** The code of the error for an answer that is too large. */
export const tooLarge = "ERR_ANSWER_TOO_LARGE";

/** The text of a body. Throws, and reads no further, where it has more bytes than `largest`. */
export async function readBody(body: Dispatcher.ResponseData["body"], largest: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw Object.assign(new Error("The answer is too large."), { code: tooLarge });
    chunks.push(chunk);
  }
  return (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString("utf8");
}
