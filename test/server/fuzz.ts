import { parseArgs } from "node:util";
import { fuzz } from "../harness/fuzz.ts";
import { startClient } from "../harness/languageClient.ts";
import { answerCounts, protocolProblems } from "../harness/protocol/check.ts";

/** `node test/server/fuzz.ts [--edits 10000] [--seed N]`: random edits and requests against the built server, and what it did against the protocol. */
const { values } = parseArgs({ options: { edits: { type: "string" }, seed: { type: "string" } } });
const settings = { edits: Number(values.edits ?? 10_000), seed: Number(values.seed ?? Date.now() % 1_000_000) };
const client = await startClient();
const begun = performance.now();
await fuzz(client, settings);
const code = await client.stop();
const problems = protocolProblems(client.messages);
for (const [method, [asked, answered]] of answerCounts(client.messages))
  console.log(`${method}: ${asked} asked, ${answered} answered with a result`);
console.log(
  `${settings.edits} edits with seed ${settings.seed} in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
);
console.log(`${problems.length} problems, exit code ${code}${client.errors() === "" ? "" : `\n${client.errors()}`}`);
for (const problem of problems.slice(0, 20)) console.log(problem);
process.exitCode = problems.length > 0 || code !== 0 || client.errors() !== "" ? 1 : 0;
