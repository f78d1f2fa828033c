import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import * as l10n from "@vscode/l10n";
import type { AttributeFact } from "../../catalogue/attribute.ts";
import { InputError } from "../inputError.ts";
import { threadFile } from "../threadFile.ts";
import type { Stored } from "./store.ts";
import { createTurns } from "./turns.ts";

/** What a sandbox holds. */
export interface SandboxContent {
  readonly users: readonly Stored[];
  readonly groups: readonly Stored[];
}

export interface SandboxSettings {
  /** A free port if absent or 0. */
  readonly port?: number;
  /** The bearer token to ask for; a random one if absent. */
  readonly token?: string;
  /** `lenient`, the default, takes what Entra sends; `strict` only what RFC 7643 and RFC 7644 allow. */
  readonly mode?: "lenient" | "strict";
  /** The folder that keeps the content; absent: it is thrown away. */
  readonly data?: string;
  /** A JSON file with lists of SCIM `users` and `groups`, that are created where nothing was kept before. */
  readonly seed?: string;
  /** What another sandbox held, to begin with in the place of a seed; only without a folder. */
  readonly content?: SandboxContent;
  /** Target attributes of users beyond RFC 7643, in Entra's spelling. */
  readonly attributes?: readonly AttributeFact[];
  /** The same of groups. */
  readonly groupAttributes?: readonly AttributeFact[];
}

/** A SCIM 2.0 service on this machine's loopback address. */
export interface Sandbox {
  /** The tenant URL. */
  readonly url: string;
  readonly token: string;
  /** What it holds by now; nothing once it has ended. */
  readonly content: () => Promise<SandboxContent>;
  /**
   * Puts back what its seed holds, or nothing where it has none, and gives that. Throws InputError for a seed file that
   * cannot be used: then all stays as it is.
   */
  readonly reset: () => Promise<SandboxContent>;
  /** Ends the service; resolves when its port is free. */
  readonly stop: () => Promise<void>;
}

/** What the sandbox's thread is given. */
export interface WorkerTask {
  readonly settings: SandboxSettings;
  readonly token: string;
}

/** What the sandbox's thread can be told. */
export type WorkerOrder = "content" | "reset" | "stop";

/** What the sandbox's thread reports: once how it started, and its content when it is asked for or has been reset. */
export type WorkerMessage =
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "content"; readonly content: SandboxContent }
  | { readonly kind: "refused"; readonly message: string };

/** Starts a sandbox in a thread of its own. Throws InputError for a port, data folder or seed file that cannot be used. */
export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const token = settings.token ?? randomBytes(24).toString("base64url");
  const task: WorkerTask = { settings, token };
  const worker = new Worker(threadFile(new URL("./worker.ts", import.meta.url), "sandbox"), { workerData: task });
  const [message]: WorkerMessage[] = await once(worker, "message");
  if (message?.kind !== "listening") {
    await worker.terminate();
    throw new InputError(message?.kind === "refused" ? message.message : l10n.t("The sandbox did not start."));
  }
  // A thread that fails later must not end the process: requests are then refused, which they report.
  worker.on("error", () => undefined);
  const inTurn = createTurns();
  const ask = (what: "content" | "reset") => inTurn(() => contentAfter(worker, what));
  return {
    url: message.url,
    token,
    content: () => ask("content"),
    reset: () => ask("reset"),
    stop: () => inTurn(() => stop(worker)),
  };
}

async function contentAfter(worker: Worker, what: "content" | "reset"): Promise<SandboxContent> {
  if (hasEnded(worker)) return { users: [], groups: [] };
  const answered = once(worker, "message");
  order(worker, what);
  const [message]: WorkerMessage[] = await answered;
  if (message?.kind === "refused") throw new InputError(message.message);
  if (message?.kind !== "content") throw new Error("The sandbox's thread answered with something else.");
  return message.content;
}

async function stop(worker: Worker): Promise<void> {
  if (hasEnded(worker)) return;
  const ended = once(worker, "exit");
  order(worker, "stop");
  await ended;
}

function hasEnded({ threadId }: Worker): boolean {
  return threadId === -1;
}

function order(worker: Worker, what: WorkerOrder): void {
  worker.postMessage(what);
}
