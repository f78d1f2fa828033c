import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { testOf } from "../engine/mappingTest/testOf.ts";
import type { TestResult } from "../engine/mappingTest/testResult.ts";
import type { SourceObject } from "../engine/ports.ts";
import type { ProvisioningResult } from "../engine/result.ts";
import { findMapping } from "../model/findMapping.ts";
import { type NewTest, writeTest } from "../model/writeTest.ts";
import { type Insertion, inserted, testInsertion } from "./insertTest.ts";
import { type OpenedDocument, openDocument } from "./openDocument.ts";
import { openUsers, type Users } from "./openUsers.ts";
import { runTests } from "./runTests.ts";

/** Which run becomes a test, and of which file. */
export interface SaveAsTestSettings {
  /** The `.provmap` file. */
  readonly file: string;
  /** The text that an editor has of the file; absent: the file is read. */
  readonly text?: string;
  /** The directory of users and groups; absent: the one of mapwright.json. */
  readonly directory?: string;
  /** What the test is to be called. */
  readonly name: string;
  /** Of an object that the directory has. */
  readonly result: ProvisioningResult;
}

/** A test that passes, ready to be put into its file. */
export interface SavedTest extends Insertion {
  /** What the test cannot hold, and why: a sentence each. */
  readonly leftOut: readonly string[];
}

/**
 * Makes a test of a run: it is run in its place, and what does not come out as in the run is left out. Throws InputError
 * where the test could not pass, where its name is taken, and for what cannot be read.
 */
export async function saveAsTest(settings: SaveAsTestSettings): Promise<SavedTest> {
  const opened = await openDocument(settings.file, settings.text);
  const { test, leftOut } = await draft(settings, opened);
  const { document } = opened;
  const place = (one: NewTest) => testInsertion(document, writeTest(one), one.mapping);
  const { name, result, ...where } = settings;
  const { results } = await runTests({ ...where, text: inserted(document.text, place(test)), tests: [name] });
  const unmet = unmetIn(results.at(-1), result);
  if (unmet.length === 0) return { ...place(test), leftOut };
  return { ...place(without(test, unmet)), leftOut: [...leftOut, varying(unmet)] };
}

/** The test as the run has it, and what the run itself does not tell. */
async function draft(
  { directory, name, result }: SaveAsTestSettings,
  { file, document, workspace }: OpenedDocument,
): Promise<{ readonly test: NewTest; readonly leftOut: readonly string[] }> {
  const { configuration, language } = document;
  if (language !== "provmap")
    throw new InputError(l10n.t`${file}: a schema of Microsoft Graph holds no tests. Import it as a .provmap file.`);
  if (configuration.tests.some(test => test.name.text === name))
    throw new InputError(l10n.t`${file} has a test "${name}" already. Give another name.`);
  const { id, identityType } = result.onDemand.sourceIdentity;
  const objectType = identityType === "Group" ? "Group" : "User";
  const mapping = findMapping(result.mapping, objectType, configuration.mappings);
  if (mapping === undefined)
    throw new InputError(l10n.t`${file} has no mapping "${result.mapping}" any more. Preview again.`);
  const users = await openUsers(directory ?? workspace.directory, configuration.application?.name.text);
  const object = users.findObject(objectType, id);
  const { test, masked, references } = testOf(result, object, mapping);
  const assigned = test.assigned || configuration.application?.scope === "all";
  return { test: { ...test, assigned, name, key: nameOf(object, users) }, leftOut: remarks(masked, references) };
}

/** What people call the object, where the directory finds it by that; else its id. */
function nameOf(object: SourceObject, { directory }: Users): string {
  const name = object.attributes.get(object.objectType === "User" ? "userPrincipalName" : "displayName");
  return typeof name === "string" && directory.find(name)?.id === object.id ? name : object.id;
}

function remarks(masked: readonly string[], references: readonly string[]): readonly string[] {
  return [
    ...(masked.length > 0 ? [l10n.t`Left out, as redacted or secret: ${masked.join(", ")}.`] : []),
    ...(references.length > 0
      ? [l10n.t`Left out, as a test holds no object but its own: ${references.join(", ")}.`]
      : []),
  ];
}

function varying(names: readonly string[]): string {
  return l10n.t`Left out, as clock, chance or the target have a part in them: ${names.join(", ")}.`;
}

/** The names of what came out otherwise. Throws InputError for what a test cannot do without. */
function unmetIn(outcome: TestResult | undefined, { action }: ProvisioningResult): readonly string[] {
  if (outcome === undefined)
    throw cannotPass(l10n.t("The mistakes in the syntax of the file hide it. Correct them first."));
  if (outcome.kind === "error") throw cannotPass(outcome.reason);
  const unmet = outcome.expectations.filter(({ passed }) => !passed);
  if (unmet.every(({ kind }) => kind !== "action")) return unmet.map(({ name }) => name);
  const why = l10n.t`The action "${action}" rests on what a test does not hold, or the file has changed since.`;
  throw cannotPass(l10n.t`${why} In a test: ${outcome.summary}`);
}

function cannotPass(reason: string): InputError {
  return new InputError(l10n.t`This cannot be a test that passes. ${reason}`);
}

function without(test: NewTest, names: readonly string[]): NewTest {
  const { reason, ...rest } = test;
  return {
    ...rest,
    ...(reason !== undefined && !names.includes("reason") && { reason }),
    attributes: test.attributes.filter(({ name }) => !names.includes(name)),
  };
}
