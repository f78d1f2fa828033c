import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { terminalOf } from "../server/src/cli/terminal.ts";
import { previewLines } from "../server/src/cli/text/preview.ts";
import { problemLines } from "../server/src/cli/text/problems.ts";
import type { ProvisioningResult } from "../server/src/engine/result.ts";
import { checkReport, fileProblems } from "../server/src/session/checkReport.ts";
import { openDocument } from "../server/src/session/openDocument.ts";
import { createSandboxes } from "../server/src/session/sandboxes.ts";
import { openSession, type Session } from "../server/src/session/session.ts";

/** One step of the demo: what a person would type, and what must come of it. */
interface Scene {
  readonly title: string;
  readonly command: "preview" | "provision";
  readonly user: string;
  /** The action, and for a skip its reason. */
  readonly expected: string;
  /** Only the verdict and the steps are shown: the rest was seen before. */
  readonly brief?: boolean;
}

const scenes: readonly Scene[] = [
  { title: "A new engineer", command: "preview", user: "zoe.lindqvist@contoso.com", expected: "create" },
  { title: "Somebody the target knows", command: "preview", user: "marcus.webb@contoso.com", expected: "update" },
  {
    title: "Somebody in Sales",
    command: "preview",
    user: "camila.duarte@contoso.com",
    expected: "skip: NotEffectivelyEntitled",
  },
  { title: "A blocked account", command: "preview", user: "tomasz.wrobel@contoso.com", expected: "disable" },
  {
    title: "The new engineer, for real",
    command: "provision",
    user: "zoe.lindqvist@contoso.com",
    expected: "create",
    brief: true,
  },
  {
    title: "And once more: no change",
    command: "preview",
    user: "zoe.lindqvist@contoso.com",
    expected: "skip: RedundantExport",
  },
];

const files = ["servicenow.provmap", "fabrikam-learning.provmap"];
const terminal = terminalOf(process);
const width = Math.min(terminal.width, 140);

// A copy, so that the sandbox of the sample stays as the person left it.
const folder = await mkdtemp(join(tmpdir(), "mapwright-demo-"));
const sandboxes = createSandboxes();
try {
  await cp(join(import.meta.dirname, "contoso"), folder, {
    recursive: true,
    filter: source => !source.endsWith(".mapwright"),
  });
  terminal.end((await play()) ? 0 : 1);
} finally {
  await sandboxes.stop();
  await rm(folder, { recursive: true, force: true });
}

async function play(): Promise<boolean> {
  let asStated = await checkSamples();
  const file = join(folder, "servicenow.provmap");
  const session = await openSession({ file, secret: async () => undefined, sandboxes });
  for (const scene of scenes) asStated = (await playScene(scene, session)) && asStated;
  await terminal.print("", asStated ? terminal.paint("good", "Everything came out as stated.") : failure("See above."));
  return asStated;
}

async function checkSamples(): Promise<boolean> {
  await announce("The sample has no mistakes", `check ${files.join(" ")}`);
  const problems = await Promise.all(
    files.map(async name => {
      const opened = await openDocument(join(folder, name));
      return fileProblems(name, opened.document.text, opened.problems);
    }),
  );
  const report = checkReport(files.length, problems.flat());
  await terminal.print(...problemLines(report, terminal.paint));
  return report.problems.length === 0;
}

async function playScene({ title, command, user, expected, brief = false }: Scene, session: Session): Promise<boolean> {
  await announce(title, `${command} servicenow.provmap --user ${user}`);
  const result = await session.run({ user, provision: command === "provision" });
  const lines = previewLines(result, { environment: "sandbox", paint: terminal.paint, width });
  const attributes = lines.indexOf(terminal.paint("strong", "Attributes"));
  await terminal.print(...(brief && attributes > 0 ? lines.slice(0, attributes - 1) : lines));
  const outcome = outcomeOf(result);
  if (outcome === expected) return true;
  await terminal.print("", failure(`Expected ${expected}, and it was ${outcome}.`));
  return false;
}

function outcomeOf({ action, onDemand }: ProvisioningResult): string {
  const { skipReason } = onDemand.statusInfo;
  return skipReason === undefined ? action : `${action}: ${skipReason}`;
}

async function announce(title: string, command: string): Promise<void> {
  const { paint } = terminal;
  await terminal.print("", paint("strong", `── ${title} ${"─".repeat(Math.max(0, 76 - title.length))}`));
  await terminal.print(paint("faint", `$ mapwright ${command}`), "");
}

function failure(text: string): string {
  return terminal.paint("bad", `✗ ${text}`);
}
