import type { Disposable } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type {
  FollowLogParams,
  JobAnswer,
  JobLogAnswer,
  JobLoggedParams,
  JobLogParams,
  JobParams,
  JobProgressParams,
  JobsAnswer,
  jobMethods,
  RepeatJobsParams,
  RestartJobParams,
  StagedDeletionsAnswer,
  StagedDeletionsParams,
  StartJobAnswer,
} from "../../../server/src/protocol/jobs.ts";
import { type Refusal, refused } from "../preview/provisioningServer.ts";

const methods: typeof jobMethods = {
  jobs: "mapwright/jobs",
  start: "mapwright/startJob",
  stop: "mapwright/stopJob",
  restart: "mapwright/restartJob",
  decideDeletions: "mapwright/decideDeletions",
  log: "mapwright/jobLog",
  followLog: "mapwright/followJobLog",
  repeat: "mapwright/repeatJobs",
  changed: "mapwright/jobsChanged",
  progress: "mapwright/jobProgress",
  logged: "mapwright/jobLogged",
};

/** The language server's requests about provisioning jobs. A server that is away, or stops meanwhile, refuses. */
export interface JobServer {
  readonly jobs: () => Promise<JobsAnswer>;
  /** Answered once the cycle has ended. */
  readonly start: (key: JobParams) => Promise<StartJobAnswer>;
  readonly stop: (key: JobParams) => Promise<JobAnswer>;
  readonly restart: (params: RestartJobParams) => Promise<JobAnswer>;
  readonly decideDeletions: (params: StagedDeletionsParams) => Promise<StagedDeletionsAnswer>;
  readonly log: (params: JobLogParams) => Promise<JobLogAnswer>;
  readonly followLog: (params: FollowLogParams) => Promise<JobAnswer>;
  readonly repeat: (params: RepeatJobsParams) => void;
  readonly onChange: (act: () => void) => Disposable;
  readonly onProgress: (act: (params: JobProgressParams) => void) => Disposable;
  readonly onLogged: (act: (params: JobLoggedParams) => void) => Disposable;
}

/** The requests over the client's connection. */
export function jobServer(client: LanguageClient): JobServer {
  const ask =
    <P, A>(method: string) =>
    (params: P): Promise<A | Refusal> =>
      client.sendRequest<A>(method, params).catch(refused);
  return {
    jobs: () => client.sendRequest<JobsAnswer>(methods.jobs).catch(refused),
    start: ask<JobParams, StartJobAnswer>(methods.start),
    stop: ask<JobParams, JobAnswer>(methods.stop),
    restart: ask<RestartJobParams, JobAnswer>(methods.restart),
    decideDeletions: ask<StagedDeletionsParams, StagedDeletionsAnswer>(methods.decideDeletions),
    log: ask<JobLogParams, JobLogAnswer>(methods.log),
    followLog: ask<FollowLogParams, JobAnswer>(methods.followLog),
    repeat: params => {
      if (client.isRunning()) void client.sendNotification(methods.repeat, params);
    },
    onChange: act => client.onNotification(methods.changed, act),
    onProgress: act => client.onNotification(methods.progress, act),
    onLogged: act => client.onNotification(methods.logged, act),
  };
}
