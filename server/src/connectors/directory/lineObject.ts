import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import type { SourceObject } from "../../engine/ports.ts";
import type { Written } from "./attributes.ts";
import { group, user } from "./content.ts";
import { objectReader, type WrittenObject } from "./sourceObject.ts";

/** What an object says that stands by itself on a line: which kind it is, and to which applications it is assigned. */
interface OnLine extends WrittenObject {
  readonly objectType?: "User" | "Group" | null;
  /** True or false, or the names of the applications. Absent: assigned. */
  readonly assigned?: boolean | readonly string[] | null;
}

const line = {
  objectType: z.exactOptional(
    z.nullable(z.enum(["User", "Group"], { error: () => l10n.t('must be "User" or "Group"') })),
  ),
  assigned: z.exactOptional(
    z.nullable(
      z.union([z.boolean(), z.array(z.string())], {
        error: () => l10n.t("must be true, false, or a list with the names of applications"),
      }),
    ),
  ),
};

const schemas = { User: z.extend(user, line), Group: z.extend(group, line) };

/** The source object that is written on a line, or why there is none: a member, and what must stand there. */
export type LineObject =
  | { readonly kind: "object"; readonly object: SourceObject }
  | { readonly kind: "refused"; readonly reason: string };

/** How objects are read. */
export interface LineChoice {
  /** The attributes that are read; absent: all. */
  readonly wanted?: ReadonlySet<string>;
  /** The id of the object that a key names; absent: a reference keeps its key. */
  readonly idFor?: (key: string) => string;
}

/** Reads objects, each of which stands by itself, as one application sees them. */
export function lineReader(
  application: string | undefined,
  { wanted, idFor = key => key }: LineChoice = {},
): (written: Written) => LineObject {
  const read = objectReader({ besides: Object.keys(line), ...(wanted && { wanted }) });
  return written => {
    const objectType = isGroup(written) ? "Group" : "User";
    if (!isPlain(written, objectType)) {
      const parsed = schemas[objectType].safeParse(written);
      if (!parsed.success) return { kind: "refused", reason: reasonOf(parsed.error.issues, written) };
    }
    const assigned = isAssigned(written as OnLine, application);
    return { kind: "object", object: read(objectType, written as OnLine, { assigned, idFor }) };
  };
}

/** True for what says that it is a group, in Entra's words or in Graph's. */
export function isGroup({ objectType, "@odata.type": graphType }: Written): boolean {
  return objectType === "Group" || ((objectType ?? null) === null && graphType === "#microsoft.graph.group");
}

/** True where nothing needs a closer look, which is so for nearly every user: the schema says what is wrong with the others. */
function isPlain(written: Written, objectType: SourceObject["objectType"]): boolean {
  const { id, userPrincipalName, assigned } = written;
  return (
    objectType === "User" &&
    typeof id === "string" &&
    id !== "" &&
    typeof userPrincipalName === "string" &&
    (assigned === undefined || typeof assigned === "boolean") &&
    isNone(written.permanentlyDeleted) &&
    isNone(written.objectId) &&
    (isNone(written.objectType) || written.objectType === "User") &&
    texts.every(name => isNone(written[name]) || typeof written[name] === "string")
  );
}

const texts = ["displayName", "mail", "manager", "deletedDateTime"] as const;

function isNone(value: unknown): boolean {
  return value === undefined || value === null;
}

/** What a schema says against an object, in a sentence. What an object is decides what it must hold, and so is told first. */
export function reasonOf(issues: readonly z.core.$ZodIssue[], written: Written): string {
  const issue = issues.find(({ path }) => path[0] === "objectType") ?? issues[0];
  const path = (issue?.path ?? []).map(String);
  const name = path.join(".");
  if (path.length === 1 && (written[name] ?? null) === null) return l10n.t`${name} has no value. Give the object one.`;
  const message = issue?.message ?? l10n.t("is not valid");
  return l10n.t`${name === "" ? l10n.t("the object") : name} ${message}.`;
}

function isAssigned({ assigned }: OnLine, application: string | undefined): boolean {
  if (assigned === undefined || assigned === true) return true;
  if (assigned === null || assigned === false) return false;
  return application === undefined ? assigned.length > 0 : assigned.includes(application);
}
