import type { Command } from "commander";
import type { Resource } from "../engine/ports.ts";
import type { OpenedSandbox } from "../session/sandboxOf.ts";
import { type FormatOption, formatOption } from "./options.ts";

/** What a command about the sandbox of an application is told. */
export interface SandboxContentOptions extends FormatOption {
  readonly environment?: string;
}

/** The arguments of a command about the sandbox of an application. */
export function sandboxContentOptions(command: Command): Command {
  return command
    .argument("<file>", "the .provmap file, whose application has the sandbox")
    .option("--environment <name>", 'an environment with the endpoint "sandbox"; the first if absent')
    .addOption(formatOption());
}

/** Works with the sandbox of an application, which runs as long. */
export async function inSandbox<T>(
  file: string,
  { environment }: SandboxContentOptions,
  work: (sandbox: OpenedSandbox) => Promise<T>,
): Promise<T> {
  const { sandboxOf } = await import("../session/sandboxOf.ts");
  const { createSandboxes } = await import("../session/sandboxes.ts");
  const sandboxes = createSandboxes();
  try {
    return await work(await sandboxOf({ file, sandboxes, ...(environment !== undefined && { environment }) }));
  } finally {
    await sandboxes.stop();
  }
}

const pageSize = 1000;

/** All resources of a type. */
export async function allOf({ page }: OpenedSandbox, type: "User" | "Group"): Promise<readonly Resource[]> {
  const all: Resource[] = [];
  let total = 1;
  while (all.length < total) {
    const next = await page(type, all.length, pageSize);
    all.push(...next.resources);
    total = next.resources.length === 0 ? 0 : next.total;
  }
  return all;
}
