import { stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import * as l10n from "@vscode/l10n";
import type { Location } from "vscode-languageserver-types";
import { templates } from "../catalogue/templates.ts";
import type { Position } from "../connectors/jsonFile.ts";
import type { Workspace } from "../connectors/workspace/loadWorkspace.ts";
import type { SourceObject } from "../engine/ports.ts";
import type { KnownName, OutsideKind } from "../features/completion/outside.ts";
import { besides } from "../features/documentLinks.ts";
import type { Occurrence } from "../features/occurrences.ts";
import type { Directories } from "./directories.ts";
import { pathOf } from "./documents.ts";

/** What language features ask of the files around a `.provmap` file. Nothing of it fails: what cannot be read is not there. */
export interface Outside {
  /** The users or groups of the directory that `mapwright.json` names, the secrets that its environments name, or the templates of the gallery. */
  readonly known: (uri: string, kind: OutsideKind) => Promise<readonly KnownName[]>;
  /** Where a user, a group, a schema or a secret is. */
  readonly find: (uri: string, occurrence: Occurrence) => Promise<readonly Location[]>;
}

/** Reads the files when they are first asked for; no directory before the workspace is trusted. */
export function createOutside(isTrusted: () => boolean, directories: Directories): Outside {
  const directoryOf = async (uri: string) => {
    const path = isTrusted() ? (await workspaceOf(uri))?.directory : undefined;
    return path === undefined ? undefined : { path, directory: await directories.open(path) };
  };
  return {
    known: (uri, kind) =>
      orNone(async () => {
        if (kind === "secret") return secretsOf(await workspaceOf(uri));
        if (kind === "template") return galleryNames();
        const { directory } = (await directoryOf(uri)) ?? {};
        return (kind === "user" ? directory?.users : directory?.groups)?.map(describe) ?? [];
      }),
    find: (uri, occurrence) =>
      orNone(async () => {
        if (occurrence.kind === "schema") return schemaFile(uri, occurrence.name);
        if (occurrence.kind === "secret") return secretPlaces(uri, occurrence.name);
        const opened = await directoryOf(uri);
        if (opened === undefined) return [];
        const position = await opened.directory.locate(occurrence.name);
        return position === undefined ? [] : [location(opened.path, position)];
      }),
  };
}

async function workspaceOf(uri: string) {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  const { loadWorkspace } = await import("../connectors/workspace/loadWorkspace.ts");
  return loadWorkspace(path);
}

function secretsOf(workspace: Workspace | undefined): readonly KnownName[] {
  return Object.entries(workspace?.environments ?? {}).flatMap(
    ([
      environment,
      {
        authentication: { secret },
      },
    ]) => (secret === undefined ? [] : [{ key: secret, label: secret, detail: l10n.t`environment ${environment}` }]),
  );
}

/** The templates of the gallery that the catalogue of all templates does not name. */
async function galleryNames(): Promise<readonly KnownName[]> {
  const { galleryTemplates } = await import("../catalogue/gallery/index.ts");
  return galleryTemplates
    .map(({ id, graphId = id, name }) => ({ key: graphId, label: graphId, detail: l10n.t`${name}, from the gallery.` }))
    .filter(({ key }) => !templates.some(({ id }) => id === key));
}

function describe({ id, attributes }: SourceObject): KnownName {
  const text = (name: string) => {
    const value = attributes.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const label = text("displayName") ?? id;
  const key = text("userPrincipalName") ?? text("mail") ?? label;
  return { key, label, detail: [key, text("department")].filter(part => part !== undefined).join(" · ") };
}

async function schemaFile(uri: string, name: string): Promise<readonly Location[]> {
  const file = besides(uri, name);
  const path = file && pathOf(file);
  if (file === undefined || path === undefined) return [];
  await stat(path);
  return [{ uri: file, range: at({ line: 0, character: 0 }) }];
}

async function secretPlaces(uri: string, name: string): Promise<readonly Location[]> {
  const workspace = await workspaceOf(uri);
  const file = workspace?.configurationFile;
  if (workspace === undefined || file === undefined) return [];
  const { locateSecret } = await import("../connectors/workspace/locateSecret.ts");
  return (await locateSecret(workspace, name)).map(position => location(file, position));
}

function location(path: string, position: Position): Location {
  return { uri: pathToFileURL(path).href, range: at(position) };
}

function at(position: Position): Location["range"] {
  return { start: position, end: position };
}

function orNone<T>(find: () => Promise<readonly T[]>): Promise<readonly T[]> {
  return find().catch(() => []);
}
