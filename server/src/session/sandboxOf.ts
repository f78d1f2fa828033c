import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import type { Sandbox, SandboxContent } from "../connectors/sandbox/startSandbox.ts";
import { interactiveFigures } from "../connectors/scim/delivery/figures.ts";
import { openTarget } from "../connectors/scim/openTarget.ts";
import type { Workspace, WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { Resource, ScimAnswer, ScimFailure } from "../engine/ports.ts";
import type { SandboxOwner } from "../protocol/views.ts";
import { chooseEnvironment } from "./choose.ts";
import { openDocument } from "./openDocument.ts";
import { type Means, openSandbox } from "./openEnvironment.ts";

/** Whose sandbox is asked for. */
export interface SandboxSettings extends Pick<Means, "sandboxes"> {
  /** The file whose application has the sandbox. */
  readonly file: string;
  /** The text that an editor has of the file; absent: the file is read. */
  readonly text?: string;
  /** An environment with the endpoint `sandbox`; absent: the first. */
  readonly environment?: string;
}

/** A sandbox as its clients see it. What it refuses throws InputError. */
export interface OpenedSandbox extends SandboxOwner {
  /** Some of its resources, and how many there are in all. */
  readonly page: (type: "User" | "Group", offset: number, limit: number) => Promise<ResourcePage>;
  readonly read: (type: "User" | "Group", id: string) => Promise<Resource>;
  /** Puts back what its seed holds, or nothing, and gives that. */
  readonly reset: () => Promise<SandboxContent>;
}

export interface ResourcePage {
  readonly total: number;
  readonly resources: readonly Resource[];
}

/** Opens the sandbox of an application, which is started where it does not run. Throws InputError for a file that cannot be read, and for an environment that is no sandbox. */
export async function sandboxOf(settings: SandboxSettings): Promise<OpenedSandbox> {
  const { document, workspace } = await openDocument(settings.file, settings.text);
  const { configuration } = document;
  const { name, environment } = chooseSandbox(settings.environment, workspace);
  const sandbox = await openSandbox(environment, configuration, settings);
  return {
    application: configuration.application?.name.text ?? "",
    environment: name,
    reset: sandbox.reset,
    ...reading(sandbox),
  };
}

function chooseSandbox(
  name: string | undefined,
  workspace: Workspace,
): { readonly name: string; readonly environment: WorkspaceEnvironment } {
  if (name === undefined) {
    const [first] = Object.entries(workspace.environments).filter(([, { endpoint }]) => endpoint === "sandbox");
    if (first !== undefined) return { name: first[0], environment: first[1] };
    throw new InputError(
      l10n.t`${workspace.configurationFile ?? workspace.folder}: no environment has the "endpoint": "sandbox". Add one.`,
    );
  }
  const environment = chooseEnvironment(name, workspace);
  if (environment.endpoint === "sandbox") return { name, environment };
  throw new InputError(
    l10n.t`The environment "${name}" is no sandbox: its endpoint is ${environment.endpoint}. Name one with the endpoint sandbox.`,
  );
}

function reading({ url, token }: Sandbox): Pick<OpenedSandbox, "page" | "read"> {
  const figures = { ...interactiveFigures, requestsPerSecond: Number.POSITIVE_INFINITY };
  const target = openTarget({ endpoint: url, authentication: { type: "bearer" }, secret: token, figures });
  const ask = async (path: string) => answered(await target.send({ method: "GET", path }));
  return {
    page: async (type, offset, limit) => {
      const answer = await ask(`/${type}s?startIndex=${offset + 1}&count=${limit}`);
      return answer.kind === "list"
        ? { total: answer.totalResults, resources: answer.resources }
        : { total: 0, resources: [] };
    },
    read: async (type, id) => {
      const answer = await ask(`/${type}s/${encodeURIComponent(id)}`);
      return answer.kind === "resource" ? answer.resource : {};
    },
  };
}

function answered(answer: ScimAnswer): Exclude<ScimAnswer, ScimFailure> {
  if (answer.kind !== "failure") return answer;
  throw new InputError(`${answer.message} ${answer.remedy}`);
}
