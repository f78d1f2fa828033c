import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  Selection,
  TextEditorRevealType,
  window,
  workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Job } from "../../../server/src/protocol/jobs.ts";
import { createTree } from "../explorer/tree.ts";
import { provisioningServer } from "../preview/provisioningServer.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { decideDeletions, restartJob } from "./changeJob.ts";
import { chooseJob, chooseTarget } from "./chooseJob.ts";
import { createJobList, type JobList } from "./jobList.ts";
import { jobNode } from "./jobNodes.ts";
import type { JobNode } from "./jobRow.ts";
import { jobServer } from "./jobServer.ts";
import { createLogDocuments, type LogDocuments, logOf, logScheme } from "./logDocuments.ts";
import { entryHead } from "./logText.ts";
import { pickEntry, pickFilter } from "./pickLog.ts";
import { repetition, startJob } from "./startJob.ts";
import { createStatusItem } from "./statusItem.ts";
import { waitsForSomebody } from "./statusText.ts";

/** Registers the view of provisioning jobs, their commands, logs and status bar item. */
export function activateJobs(context: ExtensionContext, client: LanguageClient, secrets: Secrets): void {
  const server = jobServer(client);
  const means = { server, provisioning: provisioningServer(client), secrets };
  const jobs = createJobList(server);
  const logs = createLogDocuments(server);
  const on = (name: string, fits: (job: Job) => boolean, act: (job: Job) => Promise<unknown>) =>
    commands.registerCommand(name, async (argument?: unknown) => {
      const job = await chooseJob(argument, jobs, fits);
      if (job) await act(job);
    });
  const isStored = ({ status }: Job) => status !== undefined;
  const repeat = () => server.repeat({ minutes: repetition() });
  context.subscriptions.push(
    jobs,
    logs,
    createStatusItem(jobs),
    ...showJobs(jobs),
    client.onDidChangeState(repeat),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration("mapwright.jobs.interval")) repeat();
    }),
    commands.registerCommand("mapwright.startJob", async (argument?: unknown) => {
      const target = await chooseTarget(argument);
      if (target) await startJob(target, means);
    }),
    on("mapwright.stopJob", ({ run }) => run.kind === "running" || run.kind === "waiting", server.stop),
    on("mapwright.restartJob", isStored, job => restartJob(job, server)),
    on(
      "mapwright.allowDeletions",
      ({ staged }) => staged > 0,
      job => decideDeletions(job, true, server),
    ),
    on(
      "mapwright.rejectDeletions",
      ({ staged }) => staged > 0,
      job => decideDeletions(job, false, server),
    ),
    on("mapwright.showJobLog", isStored, job => logs.open({ ...job, filter: {} })),
    commands.registerCommand("mapwright.filterJobLog", argument => filterLog(argument, jobs, logs)),
    on("mapwright.findInJobLog", isStored, async job => {
      const answer = await server.log({ uri: job.uri, environment: job.environment, limit: 1000 });
      if (answer.kind === "refused") return void window.showErrorMessage(answer.message);
      const found = await pickEntry(job.application, answer.entries);
      if (found === undefined) return;
      await logs.open({ ...job, filter: {} });
      revealLine(entryHead(found.entry));
    }),
    commands.registerCommand("mapwright.refreshJobs", () => jobs.refresh()),
  );
}

/** The view, whose rows follow the jobs; its badge counts those that wait for somebody. */
function showJobs(jobs: JobList): readonly Disposable[] {
  const { view, refresh, dispose } = createTree<JobNode>("mapwright.jobs", {
    roots: async () => {
      const nodes = (await jobs.load()).map(jobNode);
      const message = jobs.trouble();
      return { nodes, ...(message !== undefined && { message }) };
    },
    below: node => node.children,
  });
  const follow = () => {
    const value = jobs.known().filter(waitsForSomebody).length;
    view.badge = value === 0 ? undefined : { value, tooltip: l10n.t("In quarantine or disabled: {0}", value) };
    refresh();
  };
  const look = view.onDidChangeVisibility(({ visible }) => visible && void jobs.refresh());
  return [{ dispose }, look, jobs.onDidChange(follow)];
}

async function filterLog(argument: unknown, jobs: JobList, logs: LogDocuments): Promise<void> {
  const shown = window.activeTextEditor?.document.uri;
  const isLog = shown?.scheme === logScheme;
  const log = isLog ? logOf(shown) : await chooseJob(argument, jobs, ({ status }) => status !== undefined);
  const filter = log && (await pickFilter(log.application));
  if (log && filter)
    await logs.open({ uri: log.uri, environment: log.environment, application: log.application, filter });
}

function revealLine(text: string): void {
  const editor = window.activeTextEditor;
  const start = editor?.document.positionAt(editor.document.getText().indexOf(text));
  if (editor === undefined || start === undefined) return;
  const { range } = editor.document.lineAt(start);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.AtTop);
}
