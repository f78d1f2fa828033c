import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Address } from "./contenders.ts";

/** A server in a process of its own, which ends with this one. */
export async function startServer(file: string): Promise<{ readonly address: Address; readonly stop: () => void }> {
  const child: ChildProcess = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"] });
  if (child.stdout === null) throw new Error("The server has no output.");
  const [line] = await once(createInterface(child.stdout), "line");
  return { address: JSON.parse(line), stop: () => child.stdin?.end() };
}
