import * as l10n from "@vscode/l10n";
import { findObject } from "../../catalogue/index.ts";
import { InputError } from "../inputError.ts";
import type { Written } from "./attributes.ts";

/** Turns a row of CSV into an object as it would be written in JSON; an empty field is null. */
export type ReadRow = (row: readonly string[]) => Written;

interface Column {
  readonly name: string;
  readonly index: number;
  readonly read: (field: string) => unknown;
}

/**
 * Reads the header of a CSV file. A column has the name of an attribute in Entra's provisioning or in Microsoft Graph, in any
 * case of letters, or any other name, which then is an attribute's own. Values of a multi-valued one are separated by
 * semicolons, or by what the header states in brackets: `otherMails[|]`. Throws InputError for a header that names no
 * id, or one column twice.
 */
export function readHeader(path: string, header: readonly string[]): ReadRow {
  const columns = header.map((written, index) => column(written.trim(), index));
  const names = columns.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  const empty = names.indexOf("");
  if (empty >= 0) throw refused(path, l10n.t`column ${empty + 1} has no name. Name the attribute that it holds.`);
  if (repeated !== undefined) throw refused(path, l10n.t`two columns are called ${repeated}. Remove one of them.`);
  if (!names.includes("id") && !names.includes("objectId"))
    throw refused(path, l10n.t('there is no column "id". Add one with the ids that the objects have in Entra.'));
  return row => {
    const written: Record<string, unknown> = {};
    for (const { name, index, read } of columns) {
      const field = row[index] ?? "";
      written[name] = field === "" ? null : read(field);
    }
    return written;
  };
}

function refused(path: string, reason: string): InputError {
  return new InputError(`${path}:1:1: ${reason}`);
}

/** Members of an object that are no attributes, and how they are read. */
const members: Readonly<Record<string, Column["read"]>> = {
  id: text => text,
  objecttype: text => text,
  deleteddatetime: text => text,
  permanentlydeleted: flag,
  assigned: text => (isFlag(text) ? flag(text) : listOf(text, ";")),
};

const memberNames = ["id", "objectType", "deletedDateTime", "permanentlyDeleted", "assigned"];

function column(written: string, index: number): Column {
  const [, plain = written, stated] = /^(.+?)\[(.+)\]$/.exec(written) ?? [];
  const key = plain.toLowerCase();
  const member = memberNames.find(name => name.toLowerCase() === key);
  const fact = facts.get(key);
  const name = member ?? fact?.name ?? plain;
  const separator = stated ?? (fact?.multivalued ? ";" : undefined);
  const read =
    members[key] ?? (separator === undefined ? (text: string) => text : (text: string) => listOf(text, separator));
  return { name, index, read };
}

/** The attributes of users and groups by each of their names in small letters; Graph's name of a sign-in name is Entra's too. */
const facts = new Map(
  ["Group", "User"].flatMap(object =>
    (findObject("source", object)?.attributes ?? []).flatMap(fact => {
      const { name, graphProperty = name } = fact;
      const names = graphProperty === "userPrincipalName" ? [name] : [graphProperty, name];
      return names.map(each => [each.toLowerCase(), fact] as const);
    }),
  ),
);

function isFlag(text: string): boolean {
  return /^(true|false)$/i.test(text);
}

function flag(text: string): unknown {
  return isFlag(text) ? text.toLowerCase() === "true" : text;
}

function listOf(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map(element => element.trim())
    .filter(element => element !== "");
}
