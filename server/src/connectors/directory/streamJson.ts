import * as l10n from "@vscode/l10n";
import type { SourceObject } from "../../engine/ports.ts";
import { InputError } from "../inputError.ts";
import { readJson } from "../jsonFile.ts";
import { openBlocks, type TextBlocks } from "../textBlocks.ts";
import { idOf, keyOf, roleText } from "./assignments.ts";
import type { Written } from "./attributes.ts";
import { assignment, group, user } from "./content.ts";
import { type ListElement, listElements } from "./jsonLists.ts";
import { reasonOf } from "./lineObject.ts";
import { namesOf, objectReader, type WrittenObject } from "./sourceObject.ts";
import type { Unreadable } from "./unreadable.ts";

/** What is streamed, and how. */
export interface JsonStream {
  readonly application?: string | undefined;
  readonly wanted?: ReadonlySet<string>;
  readonly signal?: AbortSignal | undefined;
  /** Takes an object that cannot be read; may throw. */
  readonly refuse: (unreadable: Unreadable) => void;
  /** Told of the file of the second, longer reading. */
  readonly onOpen: (blocks: TextBlocks) => void;
}

/**
 * The objects of a JSON directory file that is too large to be held: one reading for the assignments and the groups, one for
 * all objects. A reference keeps its key, which must be an id then. Throws InputError for a file of another form, and at its
 * end for an assignment of nobody.
 */
export async function* streamJson(path: string, stream: JsonStream): AsyncGenerator<readonly SourceObject[]> {
  const assigned = await readAssigned(path, stream);
  const read = objectReader(stream.wanted ? { wanted: stream.wanted } : {});
  const opened = await openBlocks(path, "character", stream.signal);
  stream.onOpen(opened);
  for await (const elements of listElements(path, opened.blocks)) {
    const objects: SourceObject[] = [];
    for (const element of elements) {
      const objectType = typeOf(element);
      const written = objectType && objectOf(element, objectType, stream.refuse);
      if (written === undefined || objectType === undefined) continue;
      const roles = assigned?.rolesOf(objectType, written);
      const facts = { assigned: assigned === undefined || roles !== undefined, idFor: (key: string) => key };
      objects.push(read(objectType, written, { ...facts, ...(objectType === "User" && roles && { roles }) }));
    }
    yield objects;
  }
  assigned?.refuseStrangers();
}

function typeOf({ list }: ListElement): SourceObject["objectType"] | undefined {
  if (list === "groups") return "Group";
  return list === "" || list === "users" || list === "value" ? "User" : undefined;
}

const schemas = { User: user, Group: group };

function objectOf(
  element: ListElement,
  objectType: SourceObject["objectType"],
  refuse: JsonStream["refuse"],
): WrittenObject | undefined {
  const value = writtenOf(element, refuse);
  if (value === undefined) return undefined;
  const parsed = schemas[objectType].safeParse(value);
  if (parsed.success) return parsed.data as WrittenObject;
  refuse({ ...placeOf(element), reason: reasonOf(parsed.error.issues, value as Written) });
  return undefined;
}

function writtenOf(element: ListElement, refuse: JsonStream["refuse"]): unknown {
  const read = readJson(element.text);
  if (read.kind === "value") return read.value;
  const before = element.text.slice(0, read.offset).split("\n");
  const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? element.column : 1);
  refuse({ line: element.line + before.length - 1, column, reason: l10n.t`${read.problem}. Correct the JSON there.` });
  return undefined;
}

function placeOf({ line, column }: ListElement): Pick<Unreadable, "line" | "column"> {
  return { line, column };
}

/** Who is assigned, by any of the keys that an assignment or a group has for them. */
interface Assigned {
  /** The texts of the app roles of an object; undefined for one that is not assigned. */
  readonly rolesOf: (objectType: SourceObject["objectType"], written: WrittenObject) => readonly string[] | undefined;
  /** Throws InputError for an assignment of which no object was asked. */
  readonly refuseStrangers: () => void;
}

interface Entry {
  readonly key: string;
  readonly roles: readonly string[];
  /** The number of its assignment: the first role of a user is the first that was assigned. */
  readonly order: number;
  /** Where the assignment is; absent for a member of an assigned group, who may be elsewhere. */
  readonly place?: Pick<Unreadable, "line" | "column">;
}

async function readAssigned(path: string, stream: JsonStream): Promise<Assigned | undefined> {
  const { application, signal } = stream;
  const refuse = ({ line, column, reason }: Unreadable): void => {
    throw new InputError(`${path}:${line}:${column}: ${reason}`);
  };
  const entries: Entry[] = [];
  const groups: WrittenObject[] = [];
  let isStated = false;
  let hasUsers = false;
  const { blocks } = await openBlocks(path, "character", signal);
  for await (const elements of listElements(path, blocks)) {
    for (const element of elements) {
      hasUsers ||= typeOf(element) === "User";
      if (element.list === "groups") {
        const written = objectOf(element, "Group", () => {});
        if (written !== undefined) groups.push(written);
      }
      if (element.list !== "assignments") continue;
      isStated = true;
      const parsed = assignment.safeParse(writtenOf(element, refuse));
      if (!parsed.success)
        throw new InputError(`${path}:${element.line}:${element.column}: ${reasonOf(parsed.error.issues, {})}`);
      const { user: ofUser, group: ofGroup, roles = [], application: to } = parsed.data;
      if (application === undefined || to === application)
        entries.push({
          key: ofUser ?? ofGroup ?? "",
          roles: roles.map(roleText),
          order: entries.length,
          place: placeOf(element),
        });
    }
  }
  if (!hasUsers)
    throw new InputError(
      l10n.t`${path}:1:1: the file has no users. Give it a list "users", or Graph's answer with "value".`,
    );
  return isStated ? assignedBy(path, [...entries, ...memberEntries(entries, groups)]) : undefined;
}

/** The direct members of assigned groups are assigned with the roles of their group. */
function memberEntries(entries: readonly Entry[], groups: readonly WrittenObject[]): readonly Entry[] {
  return entries.flatMap(({ key, roles, order }) =>
    groups
      .filter(group => isCalled("Group", group, key))
      .flatMap(({ members }) => (members ?? []).map(member => ({ key: keyOf(member), roles, order }))),
  );
}

function isCalled(objectType: SourceObject["objectType"], written: WrittenObject, key: string): boolean {
  return keysOf(objectType, written).includes(key.toLowerCase());
}

function keysOf(objectType: SourceObject["objectType"], written: WrittenObject): readonly string[] {
  return [idOf(written), ...namesOf(objectType, written)].map(name => name.toLowerCase());
}

function assignedBy(path: string, entries: readonly Entry[]): Assigned {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.key.toLowerCase();
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  const met = new Set<string>();
  return {
    rolesOf(objectType, written) {
      const keys = [...new Set(keysOf(objectType, written))].filter(key => byKey.has(key));
      for (const key of keys) met.add(key);
      if (keys.length === 0) return undefined;
      const found = keys.flatMap(key => byKey.get(key) ?? []).toSorted((one, other) => one.order - other.order);
      return [...new Set(found.flatMap(({ roles }) => roles))];
    },
    refuseStrangers() {
      const stranger = entries.find(({ key, place }) => place !== undefined && !met.has(key.toLowerCase()));
      if (stranger?.place === undefined) return;
      const { line, column } = stranger.place;
      throw new InputError(
        l10n.t`${path}:${line}:${column}: the assignment is to "${stranger.key}", which is no user or group of the file. Correct it, or add the object.`,
      );
    },
  };
}
