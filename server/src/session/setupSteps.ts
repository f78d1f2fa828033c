import { fileURLToPath } from "node:url";
import { InputError } from "../connectors/inputError.ts";
import type { Application } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { SetupStep } from "../protocol/applications.ts";
import { hasRun, jobsOf, lookAtJob } from "./jobFile.ts";
import { type OpenedDocument, openDocument } from "./openDocument.ts";
import { openUsers } from "./openUsers.ts";

/** The steps of setting up provisioning that are done for one of these files or another. What is known is not looked at again. */
export async function setupSteps(
  documents: readonly ProvmapDocument[],
  known: readonly SetupStep[],
): Promise<readonly SetupStep[]> {
  const done = new Set(known);
  for (const { uri, text } of documents.filter(({ uri }) => uri.startsWith("file:"))) {
    const opened = await openDocument(fileURLToPath(uri), text);
    const { application } = opened.document.configuration;
    if (application === undefined) continue;
    for (const [step, isDone] of facts) {
      if (!done.has(step) && (await isDone({ ...opened, application }).catch(nothingToSee))) done.add(step);
    }
  }
  return [...done];
}

type Fact = (opened: OpenedDocument & { readonly application: Application }) => Promise<boolean>;

const facts: readonly (readonly [SetupStep, Fact])[] = [
  ["application", async () => true],
  [
    "mode",
    async ({ application, document }) =>
      application.provisioning === "automatic" && document.configuration.mappings.some(({ enabled }) => enabled),
  ],
  [
    "scope",
    async ({ document: { configuration } }) =>
      configuration.mappings.some(({ filters }) => filters.length > 0) ||
      configuration.propertyBlocks.some(({ properties }) => properties.some(({ name }) => name.text === "scope")),
  ],
  [
    "mappings",
    async ({ document, problems }) =>
      problems.every(({ severity }) => severity !== "error") &&
      document.configuration.mappings.some(({ attributeMappings }) =>
        attributeMappings.some(({ matchingPrecedence }) => matchingPrecedence !== undefined),
      ),
  ],
  [
    "assigned",
    async ({ application, workspace }) => {
      if (application.scope === "all") return true;
      const { all } = await openUsers(workspace.directory, application.name.text);
      return all.some(({ assigned }) => assigned);
    },
  ],
  ["started", async opened => jobsThatRan(opened).length > 0],
  [
    "monitored",
    async opened => {
      const states = await Promise.all(jobsThatRan(opened).map(([, job]) => lookAtJob(job, store => store.state())));
      return states.some(({ lastSuccessfulExecution }) => lastSuccessfulExecution !== undefined);
    },
  ],
];

function jobsThatRan({ application, workspace }: Parameters<Fact>[0]) {
  return jobsOf(application.name.text, workspace).filter(([, job]) => hasRun(job));
}

/** A file that cannot be read shows no step as done; the feature that needs it says what is wrong with it. */
function nothingToSee(error: unknown): false {
  if (error instanceof InputError) return false;
  throw error;
}
