import type { ProvisioningResult } from "../engine/result.ts";

/** Which run becomes a test of which file. */
export interface NewTestOfRun {
  readonly file: string;
  readonly directory?: string;
  readonly name: string;
  readonly result: ProvisioningResult;
}

/** Writes a run into its file as a test that passes. Gives what there is to say of that, line by line. */
export async function appendTest({ file, ...settings }: NewTestOfRun): Promise<readonly string[]> {
  const { encode, readEncodedText, writeText } = await import("../connectors/textFile.ts");
  const { inserted } = await import("../session/insertTest.ts");
  const { saveAsTest } = await import("../session/saveAsTest.ts");
  const { text, encoding } = await readEncodedText(file);
  const { leftOut, ...insertion } = await saveAsTest({ file, text, ...settings });
  const whole = inserted(text, insertion);
  await writeText(file, encode({ text: whole, encoding }));
  const line = whole.slice(0, whole.indexOf("test ", insertion.offset)).split("\n").length;
  return [`Saved as the test "${settings.name}" in ${file}:${line}.`, ...leftOut];
}
