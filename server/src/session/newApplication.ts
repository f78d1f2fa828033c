import { basename, dirname, resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import { findTemplate, galleryTemplates } from "../catalogue/gallery/index.ts";
import type { GalleryTemplate } from "../catalogue/gallery/template.ts";
import { InputError } from "../connectors/inputError.ts";
import { endpointProblem } from "../connectors/scim/endpoint.ts";
import { writeText } from "../connectors/textFile.ts";
import { addEnvironment, refuseExisting } from "../connectors/workspace/addEnvironment.ts";
import { fromTemplate } from "../model/application/fromTemplate.ts";
import type { ApplicationSettings, NewApplication } from "../model/application/newApplication.ts";
import { writeApplication } from "../model/application/writeApplication.ts";
import type { EndpointSchemasReport, NewEndpoint } from "../protocol/applications.ts";
import { type Asking, customApplication } from "./customApplication.ts";
import { newAuthentication } from "./newAuthentication.ts";

/** What a person says of an application that is added. */
export interface NewApplicationRequest extends Asking, NewEndpoint {
  /** The id of a gallery template; absent: a SCIM application that is not in the gallery. */
  readonly template?: string;
  /** Absent: the name of the template, or `Application`. */
  readonly name?: string;
  readonly scope?: "assigned" | "all";
  /** Where relative paths begin. */
  readonly folder: string;
  /** The `.provmap` file to write, from the folder; absent: it is named after the application. */
  readonly file?: string;
  /** The environment to add; absent: it is named after the file. */
  readonly environment?: string;
  /** True: a file and an environment of these names are replaced. */
  readonly replaces?: boolean;
}

/** What was written. */
export interface CreatedApplication {
  readonly file: string;
  readonly name: string;
  readonly template: string;
  readonly mappings: number;
  readonly attributeMappings: number;
  /** Absent where no tenant URL is known, or the connector is not SCIM 2.0. */
  readonly environment?: {
    readonly name: string;
    readonly file: string;
    readonly endpoint: string;
    readonly secret?: string;
  };
  /** Of an application outside the gallery: whether its endpoint has told its schemas. */
  readonly schemas?: EndpointSchemasReport;
}

/**
 * Writes the `.provmap` file of a new application, and adds an environment for its endpoint to `mapwright.json`, which only
 * reads. Throws InputError, with nothing written, for what is said wrong, and for a file or environment that exists.
 */
export async function createApplication(request: NewApplicationRequest): Promise<CreatedApplication> {
  const template = templateOf(request.template);
  const endpoint = checked(request.endpoint);
  const name = request.name ?? template?.name ?? "Application";
  const file = resolve(request.folder, request.file ?? `${fileName(name)}.provmap`);
  if (!request.replaces) await refuseExisting(file);
  const authentication = newAuthentication(request, {
    type: template?.authentication.type ?? "bearer",
    secret: basename(file, ".provmap"),
  });
  const settings: ApplicationSettings = {
    name,
    authentication,
    scope: request.scope ?? "assigned",
    ...(endpoint !== undefined && { endpoint }),
  };
  const { application, schemas } =
    template === undefined
      ? await customApplication(settings, request)
      : { application: fromTemplate(template, settings), schemas: undefined };
  const environment = await environmentOf(request, settings, template, file);
  if (environment?.edit.content !== undefined) await writeText(environment.edit.file, environment.edit.content);
  await writeText(file, writeApplication(application));
  return {
    file,
    name,
    template: application.template,
    ...counts(application),
    ...(environment && { environment: environment.told }),
    ...(schemas && { schemas }),
  };
}

function templateOf(id: string | undefined): GalleryTemplate | undefined {
  const template = id === undefined ? undefined : findTemplate(id);
  if (id === undefined || template !== undefined) return template;
  throw new InputError(
    l10n.t`There is no gallery template "${id}". Choose one of ${galleryTemplates.map(one => one.id).join(", ")}.`,
  );
}

function checked(endpoint: string | undefined): string | undefined {
  const problem = endpoint === undefined ? undefined : endpointProblem(endpoint);
  if (problem !== undefined) throw new InputError(l10n.t`The tenant URL ${problem}.`);
  return endpoint;
}

/** The name of an application as a file has it: lower case, with hyphens for what is neither letter nor digit. */
function fileName(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join("-") || "application";
}

/** Mapwright speaks SCIM 2.0: an endpoint of something else is no environment. */
async function environmentOf(
  { environment, replaces = false }: NewApplicationRequest,
  { endpoint, authentication = { type: "none" } }: ApplicationSettings,
  template: GalleryTemplate | undefined,
  file: string,
) {
  if (endpoint === undefined || (template !== undefined && template.connector !== "SCIM")) return undefined;
  const name = environment ?? basename(file, ".provmap");
  const edit = await addEnvironment(dirname(file), name, { endpoint, authentication }, replaces);
  const secret = authentication.type === "none" ? {} : { secret: authentication.secret };
  return { edit, told: { name, file: edit.file, endpoint, ...secret } };
}

function counts({ objects }: NewApplication): Pick<CreatedApplication, "mappings" | "attributeMappings"> {
  const mapped = objects.flatMap(({ sections }) => sections.flatMap(({ mappings }) => mappings));
  return { mappings: objects.length, attributeMappings: mapped.length };
}
