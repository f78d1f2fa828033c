import { spawn } from "node:child_process";

/** A process that ended: how much it wrote, its last line, how long it took, and the most memory that it held. */
export interface Run {
  readonly lines: number;
  readonly tail: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Tells the most memory that the process held, when it ends. */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("maxRSS " + process.resourceUsage().maxRSS));',
)}`;

/** Runs Node with this command until it ends. Throws where it fails. */
export async function run(command: readonly string[]): Promise<Run> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--import", tellMemory, ...command], { stdio: ["ignore", "pipe", "pipe"] });
  let lines = 0;
  let tail = "";
  let complaints = "";
  child.stdout.on("data", (data: Buffer) => {
    for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) lines++;
    tail = (tail + data.toString("utf8")).slice(-10_000);
  });
  child.stderr.on("data", data => {
    complaints += data;
  });
  const code = await new Promise(resolve => child.on("close", resolve));
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${complaints}`);
  return {
    lines,
    tail: tail.trimEnd().split("\n").at(-1) ?? "",
    seconds: (performance.now() - begun) / 1000,
    megabytes: Number(/maxRSS (\d+)/.exec(complaints)?.[1]) / 1024,
  };
}
