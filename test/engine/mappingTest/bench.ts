import { runTest } from "../../../server/src/engine/mappingTest/runTest.ts";
import type { FindObject } from "../../../server/src/engine/mappingTest/testObject.ts";
import type { TestResult, TestThatRan } from "../../../server/src/engine/mappingTest/testResult.ts";
import type { SourceObject } from "../../../server/src/engine/ports.ts";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../../server/src/model/readProvmap.ts";

/** What the file of a test holds beside it. */
export interface FileFacts {
  /** Lines of the application block. */
  readonly application?: string;
  /** Members of the mapping "Users". */
  readonly mapping?: string;
  /** Further blocks. */
  readonly blocks?: string;
}

const enterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const usual = `
  filter "Staff" { department EQUALS "Staff" }
  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName] default "Unknown"
  title <- [jobTitle]
  nickName <- [mailNickname] on create
  emails[type eq "work"].value <- [mail]
  ${enterpriseUser}:department <- [department]`;

/** A user of the directory: Ada, of the staff. */
const ada: SourceObject = {
  id: "11111111-2222-3333-4444-555555555555",
  objectType: "User",
  attributes: new Map([
    ["objectId", "11111111-2222-3333-4444-555555555555"],
    ["userPrincipalName", "ada@contoso.com"],
    ["displayName", "Ada"],
    ["department", "Staff"],
    ["jobTitle", "Engineer"],
  ]),
  state: "present",
  assigned: false,
};

const findObject: FindObject = (_, key) => (key === "ada" ? ada : `There is no user "${key}".`);

/** What came of the only test of a file, and the text that spans point into. Throws where the file has a syntax problem. */
export async function tested(test: string, facts: FileFacts = {}): Promise<{ result: TestResult; text: string }> {
  const text = [
    `application "Learning" { ${facts.application ?? ""} }`,
    `mapping "Users" { source: User target: "${enterpriseUser}" ${facts.mapping ?? usual} }`,
    facts.blocks ?? "",
    `test "T" { ${test} }`,
  ].join("\n");
  const { file, problems } = parseProvmap(text);
  const configuration = readProvmap(file);
  const [only] = configuration.tests;
  if (problems[0] || only === undefined) throw new Error(`${problems[0]?.message}\n${text}`);
  return { result: await runTest(only, { configuration, text, findObject }), text };
}

/** The same, of a test that can run. */
export async function ran(test: string, facts: FileFacts = {}): Promise<TestThatRan> {
  const { result } = await tested(test, facts);
  if (result.kind === "error") throw new Error(result.reason);
  return result;
}

/** The expectations that were not met, with what came: `title: Engineer`. */
export function unmet({ expectations }: TestThatRan): readonly string[] {
  return expectations.filter(({ passed }) => !passed).map(({ name, actual }) => `${name}: ${actual}`);
}
