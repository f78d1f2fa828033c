import { execFileSync } from "node:child_process";

/** A screenshot, and for how many milliseconds an animation shows it. */
export interface Frame {
  readonly file: string;
  readonly duration: number;
}

/** Writes a PNG as WebP. */
export function writePicture(png: string, file: string): void {
  run("cwebp", ["-quiet", "-near_lossless", "40", "-m", "6", png, "-o", file]);
}

/** Writes PNGs of one size as an animated WebP that goes on for ever. */
export function writeAnimation(frames: readonly Frame[], file: string): void {
  const each = frames.flatMap(({ file: png, duration }) => ["-d", `${duration}`, "-lossy", "-q", "55", "-m", "6", png]);
  run("img2webp", ["-loop", "0", "-min_size", ...each, "-o", file]);
}

/** Runs one of the tools of libwebp. */
function run(tool: string, args: readonly string[]): void {
  try {
    execFileSync(tool, args, { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) throw error;
    throw new Error(
      `The pictures are written by ${tool}: install libwebp's tools (apt install webp, brew install webp).`,
    );
  }
}
