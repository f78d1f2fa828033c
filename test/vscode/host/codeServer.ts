import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { cache } from "./paths.ts";

const version = "4.139.1";
const home = `${cache}/code-server-${version}`;
const entry = `${home}/node_modules/code-server/out/node/entry.js`;
const vscode = `${home}/node_modules/code-server/lib/vscode`;

/** A VS Code that is shown by a browser. */
export interface CodeServer {
  /** `http://localhost:8123` */
  readonly origin: string;
  readonly authority: string;
  /** Ends every process of it and removes its user data. */
  readonly stop: () => Promise<void>;
}

/** Starts VS Code, installing it first where it is missing. Extensions are those of the folder. */
export async function startCodeServer(extensions: string, settings: object): Promise<CodeServer> {
  await install();
  const data = await mkdtemp(`${tmpdir()}/mapwright-vscode-`);
  await mkdir(`${data}/User`);
  await writeFile(`${data}/User/settings.json`, JSON.stringify(settings));
  const server = spawn(process.execPath, [entry, ...options(data, extensions)], {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const endWithProcess = () => void kill(server);
  process.once("exit", endWithProcess);
  const authority = `localhost:${await listeningPort(server)}`;
  const stop = async () => {
    await end(server);
    process.off("exit", endWithProcess);
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  return { origin: `http://${authority}`, authority, stop };
}

/** Installs an extension from a VSIX into an extensions folder. */
export async function installExtension(vsix: string, extensions: string): Promise<void> {
  await install();
  const data = await mkdtemp(`${tmpdir()}/mapwright-vscode-`);
  const folders = ["--extensions-dir", extensions, "--user-data-dir", data];
  await promisify(execFile)(process.execPath, [entry, "--install-extension", vsix, ...folders]).finally(() =>
    rm(data, { recursive: true, force: true, maxRetries: 5 }),
  );
}

function options(data: string, extensions: string): string[] {
  const quiet = ["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"];
  return [
    "--auth",
    "none",
    "--bind-addr",
    "127.0.0.1:0",
    "--user-data-dir",
    data,
    "--extensions-dir",
    extensions,
    ...quiet,
  ];
}

function listeningPort({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("VS Code has no output to read its port from.");
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout })
      .on("line", line => {
        said.push(line);
        const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
        if (port !== undefined) resolve(port);
      })
      .once("close", () => reject(new Error(`VS Code ended before it listened:\n${said.join("\n")}`)));
  });
}

/** The server is the leader of its process group: its extension host and language server end with it. */
async function end(server: ChildProcess): Promise<void> {
  const ended = new Promise(resolve => server.once("exit", resolve));
  if (kill(server)) await ended;
}

function kill({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null && process.kill(-pid, "SIGTERM");
}

/** Without native builds: terminal and keytar features are missing, what the tests need is there. */
async function install(): Promise<void> {
  if (existsSync(`${vscode}/node_modules/.package-lock.json`)) return;
  process.stderr.write(`Installing VS Code (code-server ${version}) into ${home}\n`);
  await mkdir(home, { recursive: true });
  await writeFile(`${home}/package.json`, '{ "private": true }\n');
  const npm = (folder: string, ...rest: string[]) =>
    promisify(execFile)("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...rest], { cwd: folder });
  await npm(home, `code-server@${version}`);
  await npm(vscode, "--omit=dev");
}
