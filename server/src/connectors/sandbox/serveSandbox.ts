import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as l10n from "@vscode/l10n";
import { InputError, reasonOf } from "../inputError.ts";
import { basePath, createFront } from "./front.ts";
import { openResourceFile, type ResourceFile } from "./persistence.ts";
import { type HeldType, resetTo } from "./resetTo.ts";
import { serveResources } from "./resources.ts";
import { declareSchemas } from "./schemas.ts";
import { plant, readSeed } from "./seed.ts";
import type { SandboxContent, SandboxSettings } from "./startSandbox.ts";
import { createStore } from "./store.ts";
import { createTurns } from "./turns.ts";

/** A sandbox that listens in this thread. */
export interface ServedSandbox {
  readonly url: string;
  readonly content: () => SandboxContent;
  /** Puts back what the seed holds. Throws InputError for a seed file that cannot be used: then all stays as it is. */
  readonly reset: () => Promise<void>;
  /** Resolves when the port is free. What was confirmed is on disk before. */
  readonly close: () => Promise<void>;
}

/**
 * Serves the sandbox in this thread, which must have no other: scimmy keeps its schemas for the whole thread. Throws
 * InputError for a port, data folder or seed file that cannot be used; the thread is then to be ended.
 */
export async function serveSandbox(settings: SandboxSettings, token: string): Promise<ServedSandbox> {
  const { data, mode = "lenient", port = 0, attributes = [], groupAttributes = [] } = settings;
  const files = { User: await openFile(data, "users.json"), Group: await openFile(data, "groups.json") };
  const isEmpty = files.User.initial === undefined && files.Group.initial === undefined;
  const content = isEmpty ? settings.content : undefined;
  const seed = settings.seed !== undefined && isEmpty && !content ? await readSeed(settings.seed) : undefined;
  const server = createServer();
  const url = `http://127.0.0.1:${await listen(server, port)}${basePath}`;
  const held: HeldType[] = [];
  for (const type of declareSchemas(url, { User: attributes, Group: groupAttributes })) {
    const list = type.name === "User" ? "users" : "groups";
    const { initial = content?.[list] ?? [], keep } = files[type.name];
    const store = createStore(initial, type.unique);
    const served = { resources: serveResources(type, store, mode, url), inTurn: createTurns(), ...keep(store) };
    held.push({ list, path: type.endpoint.slice(1), store, served });
    if (seed !== undefined) {
      plant(seed, list, served.resources);
      await served.save();
    }
  }
  server.on("request", createFront(new Map(held.map(({ path, served }) => [path, served])), token));
  const all = (name: HeldType["list"]) => held.find(({ list }) => list === name)?.store.all() ?? [];
  return {
    url,
    content: () => ({ users: all("users"), groups: all("groups") }),
    reset: () => resetTo(settings.seed, held),
    close: () => close(server),
  };
}

/** Without a folder, nothing is kept. */
async function openFile(folder: string | undefined, name: string): Promise<ResourceFile> {
  return folder === undefined
    ? { initial: undefined, keep: () => ({ save: async () => undefined, refresh: async () => undefined }) }
    : openResourceFile(folder, name);
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    throw new InputError(portProblem(port, error), { cause: error });
  }
  return (server.address() as AddressInfo).port;
}

function portProblem(port: number, error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return l10n.t`Port ${port} is in use on this machine. Stop what listens there, or choose another port.`;
    case "EACCES":
      return l10n.t`Port ${port} is reserved for the administrator. Choose one above 1023.`;
    default:
      return l10n.t`Port ${port} cannot be listened on (${reasonOf(error)}). Choose another.`;
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
