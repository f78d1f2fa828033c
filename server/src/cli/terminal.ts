import { coloured, type Paint, plain } from "./text/paint.ts";

/** 0: fine. 1: findings, failed expectations, a failed provisioning. 2: wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes. */
export interface Terminal {
  /** Writes lines to standard output and waits while its reader is slower. */
  readonly print: (...lines: readonly string[]) => Promise<void>;
  /** Writes to standard output as it is. */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  /** Writes one line to standard error. */
  readonly note: (line: string) => void;
  /** Writes a JSON document to standard output. */
  readonly json: (document: unknown) => Promise<void>;
  readonly paint: Paint;
  /** The columns of the window; `Infinity` where standard output is none. */
  readonly width: number;
  /** Progress can be shown: standard error is a window, and nothing else is printed into it. */
  readonly showsProgress: boolean;
  /** Standard error is a window. */
  readonly isWatched: boolean;
  /** The exit code of the process, once everything is written. */
  readonly end: (code: ExitCode) => void;
}

/** The terminal of a process. A reader that goes away (`| head`) ends the process quietly. */
export function terminalOf({ stdout, stderr, env }: NodeJS.Process): Terminal {
  for (const stream of [stdout, stderr]) stream.on("error", endQuietly);
  const write: Terminal["write"] = async content => {
    if (stdout.write(content)) return;
    await new Promise<void>(resolve => stdout.once("drain", () => resolve()));
  };
  const print: Terminal["print"] = (...lines) => write(lines.map(line => `${line}\n`).join(""));
  return {
    print,
    write,
    note: line => void stderr.write(`${line}\n`),
    json: document => print(JSON.stringify(document, null, 2)),
    paint: stdout.isTTY && !env.NO_COLOR ? coloured : plain,
    width: (stdout.isTTY && stdout.columns) || Number.POSITIVE_INFINITY,
    showsProgress: stderr.isTTY && !stdout.isTTY,
    isWatched: stderr.isTTY,
    end: code => {
      process.exitCode = code;
    },
  };
}

function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}
