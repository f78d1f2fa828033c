import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A local VS Code may be talked to from any of its pages: the last flag lets a document that a test answers open a socket to it. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,BlockInsecurePrivateNetworkRequests",
];

/** Starts Chromium, installing it first where that is possible. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: flags });
}

function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? "", ...places].find(place => existsSync(place));
}

function installChromium(): string {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) {
    throw new Error(
      "The tests inside VS Code need Chromium or Google Chrome: install one, or name it in CHROMIUM_PATH.",
    );
  }
  process.stderr.write("Installing Chromium with apt\n");
  const apt = (...rest: string[]) => execFileSync("apt-get", rest, { stdio: ["ignore", "ignore", "inherit"] });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
  return "/usr/bin/chromium";
}
