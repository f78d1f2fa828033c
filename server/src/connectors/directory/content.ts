import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";

const text = z.string({ error: () => l10n.t("must be a text in double quotes") });
const optionalText = z.exactOptional(z.nullable(text));

/** A reference to another object: its key, or as Graph expands it, an object with its id. */
const reference = z.union([z.string(), z.looseObject({ id: z.string() })], {
  error: () => l10n.t('must be an id, or an object with an "id" that is a text'),
});

/** What users and groups share. Everything else that they hold is an attribute. */
const identified = {
  id: optionalText,
  objectId: optionalText,
  displayName: optionalText,
  mail: optionalText,
  deletedDateTime: optionalText,
  permanentlyDeleted: z.exactOptional(z.nullable(z.boolean({ error: () => l10n.t("must be true or false") }))),
};

const needsId = z.refine<{ id?: string | null; objectId?: string | null }>(
  ({ id, objectId }) => (id ?? objectId ?? "") !== "",
  { error: () => l10n.t('needs an "id": add the id that the object has in Entra') },
);

/** A user as it is written. */
export const user = z
  .looseObject(
    { ...identified, userPrincipalName: text, manager: z.exactOptional(z.nullable(reference)) },
    { error: () => l10n.t("must be an object: one user") },
  )
  .check(needsId);

/** A group as it is written. */
export const group = z
  .looseObject(
    {
      ...identified,
      members: z.exactOptional(z.nullable(z.array(reference, { error: () => l10n.t("must be a list of ids") }))),
    },
    { error: () => l10n.t("must be an object: one group") },
  )
  .check(needsId);

const role = z.union(
  [
    z.string(),
    z.looseObject({
      id: z.exactOptional(z.string()),
      value: z.exactOptional(z.string()),
      displayName: z.exactOptional(z.string()),
    }),
  ],
  { error: () => l10n.t('must be a role\'s value, or an object with its "id", "value" and "displayName"') },
);

/** An assignment to an application. */
export const assignment = z
  .strictObject(
    {
      application: text,
      user: z.exactOptional(text),
      group: z.exactOptional(text),
      roles: z.exactOptional(z.array(role, { error: () => l10n.t("must be a list of roles") })),
    },
    { error: () => l10n.t('must be an object with "application", "user" or "group", and optionally "roles"') },
  )
  .check(
    z.refine(({ user, group }) => (user === undefined) !== (group === undefined), {
      error: () => l10n.t('must name either a "user" or a "group"'),
    }),
  );

const users = z.array(user, { error: () => l10n.t("must be a list of users") });
const groups = z.array(group, { error: () => l10n.t("must be a list of groups") });

const lists = z.strictObject(
  {
    $schema: z.exactOptional(text),
    users,
    groups: z._default(groups, []),
    assignments: z.exactOptional(z.array(assignment, { error: () => l10n.t("must be a list of assignments") })),
  },
  { error: () => l10n.t('must be an object with "users", "groups" and "assignments", or a list of users') },
);

/** The users, groups and assignments of a directory file as they are written. */
export interface DirectoryContent {
  readonly users: readonly WrittenUser[];
  readonly groups: readonly WrittenGroup[];
  /** Absent where the file says nothing about assignments. */
  readonly assignments?: readonly WrittenAssignment[];
}

export type WrittenUser = z.infer<typeof user>;
export type WrittenGroup = z.infer<typeof group>;
export type WrittenAssignment = z.infer<typeof assignment>;

/** The schema for one of the three forms of a directory file: the three lists, Graph's answer with `value`, or users alone. */
export function contentSchema(value: unknown): z.ZodMiniType<DirectoryContent> {
  if (Array.isArray(value)) {
    return z.pipe(users, z.transform(onlyUsers));
  }
  if (typeof value === "object" && value !== null && "value" in value) {
    return z.pipe(
      z.looseObject({ value: users }),
      z.transform(answer => onlyUsers(answer.value)),
    );
  }
  return lists;
}

function onlyUsers(written: WrittenUser[]): DirectoryContent {
  return { users: written, groups: [] };
}
