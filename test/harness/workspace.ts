import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of files that lives as long as a suite. */
export interface TemporaryWorkspace {
  readonly folder: string;
  readonly read: (name: string) => Promise<string>;
  readonly write: (name: string, content: unknown) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Creates a folder with these files; content that is no text is written as JSON. */
export async function temporaryWorkspace(files: Readonly<Record<string, unknown>>): Promise<TemporaryWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), "mapwright-test-"));
  const write = (name: string, content: unknown) =>
    writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return {
    folder,
    read: name => readFile(join(folder, name), "utf8"),
    write,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Two people, one of them outside the scope of `smallMapping`. */
export const smallDirectory = {
  users: [
    {
      id: "00000000-0000-0000-0000-000000000001",
      userPrincipalName: "ada@contoso.com",
      displayName: "Ada Lovelace",
      mail: "ada@contoso.com",
      department: "Engineering",
      accountEnabled: true,
    },
    {
      id: "00000000-0000-0000-0000-000000000002",
      userPrincipalName: "bob@contoso.com",
      displayName: "Bob Builder",
      department: "Sales",
      accountEnabled: true,
    },
  ],
};

/** A mapping without problems, in canonical layout. */
export const smallMapping = `application "Learning" {
  provisioning: automatic
  scope: all
}

mapping "Users" {
  source: User
  target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

  filter "Engineering" {
    department EQUALS "Engineering"
  }

  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName]
}
`;
